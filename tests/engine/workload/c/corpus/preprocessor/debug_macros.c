// The debugging macros of course allocators, on and off.
#include <stdio.h>
#define DEBUG 1
#ifdef DEBUG
#define dbg_printf(...) printf(__VA_ARGS__)
#define dbg_requires(e) ((e) ? (void)0 : (void)printf("%s:%d: %s fails\n", __FILE__, __LINE__, #e))
#else
#define dbg_printf(...)
#define dbg_requires(e)
#endif
#ifndef VERBOSE
#define VERBOSE 0
#endif
#if VERBOSE
# define say(...) printf(__VA_ARGS__)
#else
# define say(...) ((void) sizeof(printf(__VA_ARGS__)))
#endif
#define UNUSED(x) ((void)(x))
#define container_of(p, type, member) ((type *)((char *)(p) - offsetof(type, member)))
#define offsetof(t, m) ((size_t) & ((t *)0)->m)
struct node { int v; struct { int a, b; } links; };
int main(void) {
  int n = 3;
  dbg_printf("n is %d\n", n);
  dbg_requires(n > 2);
  dbg_requires(n == 4 || n < 1);
  say("silent %d\n", n++);
  UNUSED(n);
  struct node node = {8};
  printf("%d %d\n", n, container_of(&node.links.b, struct node, links.b)->v);
  return 0;
}
