// Right shifts of negative values keep the sign.
#include <stdio.h>
int main(void) {
  for (int n = 0; n < 32; n += 4) printf("%d %d %u\n", -1000000 >> n, 1000000 >> n, (unsigned)-1000000 >> n);
  for (int n = 0; n < 64; n += 9)
    printf("%lld %llu\n", -123456789012345LL >> n, (unsigned long long)-123456789012345LL >> n);
  signed char c = -128;
  printf("%d %d\n", c >> 3, (unsigned char)c >> 3);
  short s = -2;
  s >>= 1; printf("%d\n", s);
  printf("%d\n", -1 >> 31);
  printf("%lld\n", (-0x7FFFFFFFFFFFFFFFLL - 1) >> 63);
  return 0;
}
