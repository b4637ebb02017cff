/** Small programs for mutation: together they use every construct of the language that the lab knows. */
export const SEEDS: readonly string[] = [
  `#include <stdio.h>
#include <stdlib.h>
int main(void) {
  char *p = malloc(24), *q = malloc(24);
  for (int i = 0; i < 24; i++) p[i] = 'a' + i;
  printf("%p %p\\n", (void *)p, (void *)q);
  free(p);
  return q[0] == 0 ? 0 : 1;
}
`,
  `typedef struct node { struct node *next, *prev; unsigned size : 31, used : 1; } node_t;
static node_t head = { &head, &head, .size = 0 };
static inline void insert(node_t *n) { n->next = head.next; n->prev = &head; head.next->prev = n; head.next = n; }
node_t *find(unsigned size) {
  node_t *n;
  for (n = head.next; n != &head; n = n->next)
    if (!n->used && n->size >= size) goto found;
  return 0;
found:
  return n;
}
`,
  `#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define LOG(fmt, ...) printf(fmt "\\n", ##__VA_ARGS__)
#if defined(DEBUG) && DEBUG > 1
# define CHECK(x) assert(x)
#else
# define CHECK(x) ((void)0)
#endif
int printf(const char *, ...);
int f(int x) { CHECK(x); LOG("%d %s", MAX(x, 3), __func__); return x << 2 & 0xffUL; }
`,
  `enum color { RED, GREEN = 5, BLUE };
union word { int i; char c[4]; struct { short low, high; }; };
double table[2][3] = { [0] = { 1, 2.5e3, 0x1p-2 }, [1][1 ... 2] = 7.f };
int g(enum color c, union word *w) {
  switch (c) {
  case RED: case GREEN: w->i = 1; break;
  case 7 ... 9: do { w->c[0]--; } while (w->c[0]);
  default: return sizeof(union word) + sizeof w->c / sizeof *w->c;
  }
  return ~w->low ^ -w->high, 0;
}
`,
  `#include <stdarg.h>
int sum(int n, ...) {
  va_list ap; int s = 0;
  va_start(ap, n);
  while (n-- > 0) s += va_arg(ap, int);
  va_end(ap);
  return s;
}
int (*ops[])(int, ...) = { sum, &sum };
int apply(int (*op)(int, ...), int a[static 2]) { return (*op)(2, a[0], a[1]); }
`,
  `struct __attribute__((packed)) s { char c; long l __attribute__((aligned(4))); int tail[]; };
_Static_assert(sizeof(int) == 4, "int");
old(a, b) char *a; long b; { int v[b]; return ({ int x = *a; x ?: (int)sizeof v; }); }
extern int (*(*fp)(char *, void (*)(int)))[3];
_Alignas(16) static const volatile unsigned long long big = 1ULL << 40 | 'b' | L'x';
void h(void) { static int n; struct s t = (struct s){ .c = 1 }; n = _Generic(t.l, long: 1, default: 2) + __builtin_offsetof(struct s, l); }
`,
]
