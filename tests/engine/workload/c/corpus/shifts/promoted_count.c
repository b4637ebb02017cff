// The shift's type is that of its left operand alone.
#include <stdio.h>
int main(void) {
  long long count = 4;
  unsigned char byte = 0xF0;
  printf("%zu %d\n", sizeof(byte >> count), byte >> count);
  printf("%x\n", (byte << 24 | 0u));
  unsigned short s = 0x8000;
  printf("%d %d\n", s << 1, (unsigned short)(s << 1));
  printf("%d\n", s >> 15);
  unsigned u = 1;
  u <<= count; printf("%u\n", u);
  u <<= (unsigned char)3; printf("%u\n", u);
  printf("%d\n", (int)(0x80000000u >> 31));
  printf("%d\n", 1 << 4 - 1);
  return 0;
}
