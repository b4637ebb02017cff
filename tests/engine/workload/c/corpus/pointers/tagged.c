// Flags in the low bits of pointers.
#include <stdint.h>
#include <stdio.h>
struct node { int v; uintptr_t link; };
#define FLAG(l) ((l) & 1)
#define NODE(l) ((struct node *)((l) & ~(uintptr_t)1))
int main(void) {
  struct node n[4];
  for (int i = 0; i < 4; i++) n[i] = (struct node){i * 10, i < 3 ? (uintptr_t)&n[i + 1] | (i & 1) : 0};
  for (struct node *p = n; p; p = NODE(p->link)) printf("%d%s ", p->v, FLAG(p->link) ? "*" : "");
  uintptr_t x = (uintptr_t)&n[0] ^ (uintptr_t)&n[2];
  printf("%d\n", ((struct node *)(x ^ (uintptr_t)&n[0]))->v);
  return 0;
}
