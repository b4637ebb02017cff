// Full 128-bit products from 64-bit halves.
#include <stdint.h>
#include <stdio.h>
static void multiply(uint64_t a, uint64_t b, uint64_t *high, uint64_t *low) {
  uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
  uint64_t p00 = a0 * b0, p01 = a0 * b1, p10 = a1 * b0, p11 = a1 * b1;
  uint64_t middle = (p00 >> 32) + (uint32_t)p01 + (uint32_t)p10;
  *low = middle << 32 | (uint32_t)p00;
  *high = p11 + (p01 >> 32) + (p10 >> 32) + (middle >> 32);
}
int main(void) {
  uint64_t v[] = {0, 1, 0xffffffff, 0x100000000, 0x123456789abcdef, 0x8000000000000000, UINT64_MAX}, h, l;
  for (int i = 0; i < 7; i++)
    for (int j = i; j < 7; j++) { multiply(v[i], v[j], &h, &l); printf("%016llx%016llx %d\n", (unsigned long long)h, (unsigned long long)l, l == v[i] * v[j]); }
  return 0;
}
