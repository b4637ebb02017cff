// Sizes that wrap in 32 bits are caught by comparison.
#include <stdint.h>
#include <stdio.h>
static int fits(uint32_t a, uint32_t b) { return a + b >= a; }
static int product_fits(uint32_t a, uint32_t b) { return !a || a * b / a == b; }
int main(void) {
  uint32_t v[] = {0, 1, 65535, 65536, 0x7fffffff, 0x80000000, 0xffffffff};
  for (int i = 0; i < 7; i++) { for (int j = 0; j < 7; j++) printf("%d%d ", fits(v[i], v[j]), product_fits(v[i], v[j])); printf("\n"); }
  uint32_t low = 4000000000u, high = 4200000000u;
  printf("%u %u\n", (low + high) / 2, low + (high - low) / 2);
  uint8_t a = 200, b = 100;
  printf("%d %d\n", (uint8_t)(a + b) < a, a + b < a);
  return 0;
}
