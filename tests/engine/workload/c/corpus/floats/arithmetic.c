// Double arithmetic and its rounding.
#include <stdio.h>
int main(void) {
  double a = 0.1, b = 0.2, c = 1.0 / 3;
  printf("%.17g %.17g %.17g\n", a + b, a * b, c);
  printf("%d %d\n", a + b == 0.3, c * 3 == 1.0);
  printf("%g %g %g %g\n", 7.0 / 2, -7.0 / 2, 1e308 * 10, -1.0 / 0.0 * 0 == 0 ? 1.0 : 2.0);
  double sum = 0;
  for (int i = 1; i <= 1000; i++) sum += 1.0 / i;
  printf("%.15f\n", sum);
  double x = 1;
  int n = 0;
  while (1 + x != 1) { x /= 2; n++; }
  printf("%d %g\n", n, x);
  x = 2; x += 0.5; x *= 3; x -= 1; x /= 4;
  printf("%.6f %.6f\n", x, -x);
  printf("%.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, -0.5);
  return 0;
}
