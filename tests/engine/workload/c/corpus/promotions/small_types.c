// Operands narrower than int are promoted to int.
#include <stdio.h>
int main(void) {
  unsigned char a = 255, b = 255;
  unsigned short s = 65535;
  printf("%d %d %d\n", a + b, a * b, a << 8);
  printf("%d %d\n", -a, ~s);
  printf("%zu %zu %zu\n", sizeof(a + b), sizeof(+s), sizeof(a ? a : b));
  printf("%d\n", s + 1 > s);
  printf("%d\n", (a ^ 0xff) == 0);
  printf("%d %d\n", (unsigned char)(a + 1), (unsigned char)~a == 0);
  printf("%d\n", ~a == 0);
  signed char n = -1;
  printf("%u %d\n", (unsigned)n, n == 255);
  printf("%d\n", (unsigned char)n == 255);
  return 0;
}
