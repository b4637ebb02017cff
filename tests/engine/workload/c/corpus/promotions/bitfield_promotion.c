// A narrow bit-field promotes to int even if unsigned.
#include <stdio.h>
struct bits { unsigned a : 3; unsigned b : 31; unsigned c : 32; int d : 4; unsigned char e : 7; };
int main(void) {
  struct bits s = {7, 1, 1, -3, 100};
  printf("%d %d %d\n", s.a - 8 < 0, s.b - 2 < 0, s.c - 2 < 0);
  printf("%d %d\n", -s.a, ~s.a);
  printf("%d %d\n", s.d * 2, s.e << 2);
  printf("%d\n", s.a > -1);
  printf("%d\n", s.c > -1);
  printf("%zu %zu\n", sizeof(s.a + 0), sizeof(+s.e));
  return 0;
}
