// Unsigned arithmetic is modulo 2^n in every width.
#include <stdio.h>
#include <stdint.h>
int main(void) {
  uint8_t a = 250;
  uint16_t b = 65530;
  uint32_t c = 4294967290u;
  uint64_t d = 18446744073709551610ull;
  for (int i = 0; i < 8; i++) {
    printf("%u %u %u %llu\n", a, b, c, (unsigned long long)d);
    a += 2, b += 2, c += 2, d += 2;
  }
  a = 0; b = 0; c = 0; d = 0;
  a--; b--; c--; d--;
  printf("%u %u %u %llu\n", a, b, c, (unsigned long long)d);
  printf("%u %u\n", 3u - 5u, 100000u * 100000u);
  printf("%llu\n", 5000000000ull * 5000000000ull);
  size_t n = 0;
  printf("%d\n", n - 1 > 1000);
  printf("%u %u\n", -1u, -(unsigned)7);
  return 0;
}
