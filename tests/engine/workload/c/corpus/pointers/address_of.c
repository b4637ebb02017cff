// Addresses of elements, members and dereferences.
#include <stdio.h>
struct s { int a; struct { char c; int v[3]; } in; };
int main(void) {
  struct s x = {1, {'c', {2, 3, 4}}}, *p = &x;
  int *q = &p->in.v[1];
  printf("%d %d\n", *q, &*q == q);
  *&x.a = 9;
  printf("%d %d\n", p->a, &p->a == (int *)p);
  printf("%d\n", &x.in.v[3] == q + 2);
  printf("%d\n", (char *)&x.in.v - (char *)&x == __builtin_offsetof(struct s, in.v));
  int **pq = &q;
  (*pq)--;
  printf("%d %d\n", **pq, *q == x.in.v[0]);
  (&x)->in.c = 'z';
  printf("%c %c\n", (*p).in.c, p[0].in.c);
  return 0;
}
