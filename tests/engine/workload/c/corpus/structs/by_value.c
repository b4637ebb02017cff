// Structs of several sizes passed and returned by value.
#include <stdio.h>
struct tiny { char c; };
struct pair { int a, b; };
struct mixed { double d; int i; char c; };
struct large { long v[8]; };
static struct tiny next(struct tiny t) { t.c++; return t; }
static struct pair swap(struct pair p) { return (struct pair){p.b, p.a}; }
static struct mixed half(struct mixed m) { m.d /= 2; m.i /= 2; m.c = m.c + 1; return m; }
static struct large add(struct large x, struct large y) {
  for (int i = 0; i < 8; i++) x.v[i] += y.v[i];
  return x;
}
static long sum(struct large l) { long s = 0; for (int i = 0; i < 8; i++) s += l.v[i]; return s; }
int main(void) {
  struct tiny t = {'a'};
  struct pair p = {1, 2};
  struct mixed m = {5.0, 9, 'x'};
  struct large l = {{1, 2, 3, 4, 5, 6, 7, 8}};
  printf("%c %c\n", next(next(t)).c, t.c);
  printf("%d %d %d\n", swap(p).a, swap(swap(p)).a, p.a);
  m = half(m);
  printf("%.2f %d %c\n", m.d, m.i, m.c);
  printf("%ld %ld %ld\n", sum(add(l, l)), sum(add(add(l, l), l)), l.v[7]);
  printf("%ld\n", add(l, l).v[3]);
  return 0;
}
