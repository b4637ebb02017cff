// Unsigned division of large values, and of negative ones converted.
#include <stdio.h>
int main(void) {
  unsigned a = 4000000000u, b = 3;
  printf("%u %u\n", a / b, a % b);
  printf("%u %u\n", -6 / 4u, -6 % 4u);
  unsigned long long big = 18446744073709551615ull;
  printf("%llu %llu\n", big / 10, big % 10);
  printf("%llu %llu\n", big / 4294967296ull, big % 4294967297ull);
  printf("%llu %llu\n", big / 0x8000000000000001ull, big % 0x8000000000000001ull);
  unsigned char c = 200;
  c /= 7; printf("%d\n", c);
  c %= 5; printf("%d\n", c);
  return 0;
}
