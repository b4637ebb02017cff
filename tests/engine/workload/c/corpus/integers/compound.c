// Compound assignment computes in the wider type and converts back.
#include <stdio.h>
int main(void) {
  unsigned char c = 200;
  c += 100; printf("%d\n", c);
  c *= 3; printf("%d\n", c);
  c <<= 1; printf("%d\n", c);
  c ^= 0x1ff; printf("%d\n", c);
  short s = 30000;
  s += 10000; printf("%d\n", s);
  int i = 10, j;
  i *= 2.55; printf("%d\n", i);
  i -= 0.5; printf("%d\n", i);
  i /= 2u; printf("%d\n", i);
  i = -10; i /= 4; printf("%d\n", i);
  i = -10; i %= 4; printf("%d\n", i);
  unsigned u = 7;
  u -= 8LL; printf("%u\n", u);
  long long w = 1;
  w <<= 40; w |= 5; w >>= 2; printf("%lld\n", w);
  i = 5; j = i += 2; printf("%d %d\n", i, j);
  int k = (c = 300);
  printf("%d\n", k);
  return 0;
}
