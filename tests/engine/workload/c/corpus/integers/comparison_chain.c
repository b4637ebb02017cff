// Comparisons give int 0 or 1 and chain from the left.
#include <stdio.h>
int main(void) {
  int a = 5, b = 3, c = 1;
  printf("%d %d\n", a > b > c, (a > b) == c);
  printf("%d %d %d\n", 1 < 2 == 1, 3 == 3 == 1, !5 == 0);
  printf("%d %d\n", a & 1 == 1, (a & 4) == 4);
  printf("%d %d %d\n", a ^ b & c, a | b ^ c, ~a & 7);
  printf("%zu\n", sizeof(a < b));
  printf("%d %d\n", a << 1 + 1, 16 >> 1 << 2);
  printf("%d\n", -a % 3 * 2 - -b);
  printf("%d %d\n", a == 5 && b == 4 || c == 1, a == 5 && (b == 4 || c == 0));
  return 0;
}
