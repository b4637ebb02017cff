// Empty parameter lists, old-style definitions and implicit int.
#include <stdio.h>
int any();
int old(a, b, c) int a; char b; double c; { return a + b + (int)c; }
static int counter() { static int n; return ++n; }
implicit() { return 42; }
int main() {
  printf("%d\n", any(3, 4));
  printf("%d %d\n", old(1, 2, 3.9), old(1, 300, 0.5));
  counter(); counter();
  printf("%d %d\n", counter(), implicit());
  return 0;
}
int any(a, b) { return a * b; }
