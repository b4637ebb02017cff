// And, or, exclusive or and complement in mixed widths.
#include <stdio.h>
int main(void) {
  unsigned a = 0xF0F0A5A5, b = 0x0FF05A5A;
  printf("%x %x %x %x\n", a & b, a | b, a ^ b, ~a);
  printf("%d %d\n", ~0, ~5);
  unsigned char c = 0x0F;
  printf("%d %x\n", ~c, (unsigned char)~c);
  long long w = 0x123456789ABCDEF0LL;
  printf("%llx %llx %llx\n", w & 0xFFFF, w | 0xF, w ^ -1LL);
  printf("%llx\n", w & ~0xFu);
  printf("%llx\n", w & ~0xF);
  size_t size = 25;
  printf("%zu %zu\n", (size + 15) & ~(size_t)15, (size + 7) & ~7);
  int flags = 0;
  flags |= 1 << 4; flags |= 1; flags &= ~1; flags ^= 0x30;
  printf("%#x\n", flags);
  return 0;
}
