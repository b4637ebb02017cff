// 64-bit shifts across the middle of the word.
#include <stdio.h>
int main(void) {
  unsigned long long v = 0x0123456789ABCDEFull;
  int counts[] = {0, 1, 4, 31, 32, 33, 60, 63};
  for (int i = 0; i < 8; i++) {
    int n = counts[i];
    printf("%2d %016llx %016llx %016llx\n", n, v << n, v >> n, (unsigned long long)((long long)~v >> n));
  }
  unsigned long long mask = 0;
  for (int bit = 0; bit < 64; bit += 5) mask |= 1ull << bit;
  printf("%llx\n", mask);
  printf("%llx\n", (1ull << 36) - 1);
  long long packed = (long long)0x12345678 << 32 | 0x9ABCDEF0u;
  printf("%llx %x %x\n", packed, (unsigned)(packed >> 32), (unsigned)packed);
  return 0;
}
