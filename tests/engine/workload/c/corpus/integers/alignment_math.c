// Rounding up, powers of two and size classes.
#include <stdio.h>
#include <stdint.h>
#define ALIGN(n, a) (((n) + (a) - 1) & ~((a) - 1))
#define IS_POWER(n) ((n) && !((n) & ((n) - 1)))
static int log2_floor(size_t n) { int l = -1; while (n) { n >>= 1; l++; } return l; }
static size_t next_power(size_t n) { n--; n |= n >> 1; n |= n >> 2; n |= n >> 4; n |= n >> 8; n |= n >> 16; return n + 1; }
int main(void) {
  for (size_t n = 1; n < 5000; n = n * 3 + 1)
    printf("%zu: %zu %zu %zu %d %zu %d\n", n, ALIGN(n, 8), ALIGN(n, (size_t)16), ALIGN(n, 4096), log2_floor(n), next_power(n), IS_POWER(n));
  printf("%d\n", IS_POWER(1024));
  for (int c = -1; c < 3; c++) printf("%d ", ALIGN(c * 5, 8));
  printf("%zx\n", ~(size_t)0xf == (size_t)-16 ? (size_t)0xf : 0);
  uintptr_t odd = 0x1003;
  printf("%lx %lx\n", (unsigned long)(odd & -16), (unsigned long)(odd & ~15ul));
  return 0;
}
