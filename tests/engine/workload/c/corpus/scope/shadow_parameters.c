// A block may hide parameters and library functions.
#include <stdio.h>
static int f(int a, int b) {
  { int a = 5; b += a; { int b = a * 2; a = b; } b += a; }
  return a + b;
}
static int g(int printf) { return printf + 1; }
static int h(int n) { for (int n = 0; n < 3; n++) { int n = 9; (void)n; } return n; }
enum { f2 = 3 };
int main(void) {
  int x = f(1, 2);
  printf("%d %d %d\n", x, g(4), h(7));
  { int f2 = 8, main = 2; printf("%d\n", f2 + main); }
  printf("%d\n", f2);
  return 0;
}
