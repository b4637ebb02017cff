// Newton's root, a series and a small table.
#include <stdio.h>
static double root(double v) {
  double x = v > 1 ? v : 1;
  for (int i = 0; i < 60; i++) x = (x + v / x) / 2;
  return x;
}
static double sine(double x) {
  double term = x, sum = x;
  for (int n = 1; n < 15; n++) { term *= -x * x / ((2 * n) * (2 * n + 1)); sum += term; }
  return sum;
}
int main(void) {
  for (int i = 2; i < 8; i++) printf("%d %.12f\n", i, root(i));
  for (int d = 0; d <= 90; d += 15) printf("%2d %9.6f\n", d, sine(d * 3.14159265358979 / 180));
  float total = 0;
  for (int year = 1; year <= 5; year++) { total = total * 1.03f + 1000; printf("%d %.2f\n", year, total); }
  return 0;
}
