// 64-bit values meet 32-bit ones in every operator.
#include <stdio.h>
int main(void) {
  long long a = 0x1FFFFFFFFLL;
  int i = -2;
  unsigned u = 4000000000u;
  short s = -3;
  printf("%lld %lld %lld\n", a + i, a * i, a - u);
  printf("%lld %lld %lld\n", a / i, a % u, u / a);
  printf("%llx %llx %llx\n", a & i, a | s, a ^ u);
  printf("%d %d %d\n", a > u, i < a, u > i + 0LL);
  a += u; a -= s; a *= i; printf("%lld\n", a);
  i += a; printf("%d\n", i);
  u -= a; printf("%u\n", u);
  s = a; printf("%d\n", s);
  a = i * 1000000000LL; printf("%lld\n", a);
  a = (long long)(u / 2) * (u / 2); printf("%lld\n", a);
  int index = 3, v[5] = {1, 2, 3, 4, 5};
  long long big = 4;
  printf("%d %d %d\n", v[big], v[big - index], *(v + big / 2));
  a = 7; a = a++ + 0LL > 7 ? 1 : a; printf("%d\n", a == 1 || a > 1);
  a ? printf("true\n") : printf("false\n");
  switch (a & 3) { default: printf("some\n"); }
  return 0;
}
