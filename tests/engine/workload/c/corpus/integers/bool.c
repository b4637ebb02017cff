// Conversion to _Bool asks whether the value is zero.
#include <stdbool.h>
#include <stdio.h>
int main(void) {
  bool a = 256, b = 0.25, c = 0.0, d = (void *)"x" != 0, e = -1;
  printf("%d %d %d %d %d\n", a, b, c, d, e);
  unsigned char narrow = 256;
  printf("%d %d\n", narrow, (bool)256);
  a = false; a++; printf("%d\n", a);
  a++; printf("%d\n", a);
  a--; printf("%d\n", a);
  a--; printf("%d\n", a);
  b = true + true;
  printf("%d %d %zu %zu\n", b, true + true, sizeof(bool), sizeof(a + b));
  char *p = 0;
  bool has = p;
  printf("%d %d\n", has, !!&a);
  int bits = 6;
  bool low = bits & 1, mid = bits & 2;
  printf("%d %d\n", low, mid);
  c = 3; c |= 8; printf("%d\n", c);
  return 0;
}
