// Precedence and associativity of all operators.
#include <stdio.h>
struct s { int v[2]; int *p; };
int main(void) {
  int a = 6, b = 4, c = 2, v[] = {10, 20, 30}, *p = v + 1;
  struct s s = {{1, 2}, v}, *q = &s;
  printf("%d %d %d\n", a - b - c, a / b / c, a - b + c);
  printf("%d %d %d\n", a + b * c, (a + b) * c, a % b * c);
  printf("%d %d %d\n", -a + b, !a + 1, ~a & 0xf);
  int step = *p++ + 1;
  printf("%d %d\n", step, *p);
  printf("%d %d %d\n", *q->p, q->v[1] * 2, ++q->v[0]);
  printf("%d %d\n", -*p, !*p);
  printf("%d %d %d\n", a < b == 0, a & b | c, a | b & c);
  printf("%d %d\n", a ^ b & c, a << b - c);
  printf("%d %d\n", a ? b : c ? 1 : 2, (a > b ? b : a) + 1);
  printf("%d\n", a == 6 && b == 4 ^ 1);
  printf("%d %d\n", sizeof v / sizeof *v * 2, (int)2.9 + 1);
  printf("%d\n", (int)-1.5 * 2);
  a += b -= c *= 2;
  printf("%d %d %d\n", a, b, c);
  printf("%d\n", &v[2] - v > 1 && *&v[0] == 10);
  return 0;
}
