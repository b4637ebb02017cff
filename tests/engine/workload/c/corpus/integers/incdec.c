// Prefix and postfix steps on every kind of object.
#include <stdio.h>
struct pair { short a; unsigned b : 3; };
int main(void) {
  int i = 5, j;
  j = i++ + 10; printf("%d %d\n", i, j);
  j = ++i + 10; printf("%d %d\n", i, j);
  j = i-- - 3; printf("%d %d\n", i, j);
  unsigned char c = 255;
  printf("%d ", c++); printf("%d ", c--); printf("%d\n", c);
  int v[3] = {1, 2, 3}, *p = v;
  printf("%d ", *p++); printf("%d ", ++*p); printf("%d ", (*p)++); printf("%d\n", *--p);
  printf("%d %d %d\n", v[0], v[1], v[2]);
  struct pair s = {32767, 7};
  printf("%d ", s.a++); printf("%d ", s.a); printf("%d ", s.b++); printf("%d ", s.b); printf("%d\n", --s.b);
  double d = 1.5;
  printf("%.1f ", d++); printf("%.1f ", d); printf("%.1f\n", --d);
  long long w = 0xFFFFFFFFLL; w++; printf("%llx\n", w); w--; printf("%llx\n", w);
  return 0;
}
