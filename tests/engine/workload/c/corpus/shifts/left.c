// Left shifts in each width.
#include <stdio.h>
int main(void) {
  for (int n = 0; n < 32; n += 3) printf("%u %x\n", 1u << n, 0xABCDEFu << n);
  for (int n = 0; n < 64; n += 7) printf("%llu %llx\n", 1ull << n, 0xABCDEFull << n);
  unsigned char c = 0x81;
  printf("%d %d\n", c << 1, (unsigned char)(c << 1));
  printf("%zu %zu\n", sizeof(c << 1), sizeof(1 << 1LL));
  printf("%u\n", 1u << (char)5);
  printf("%lx\n", 1ul << 20);
  return 0;
}
