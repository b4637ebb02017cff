// Integers and floating values in one expression.
#include <stdio.h>
static double average(const int *v, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) sum += v[i];
  return (double)sum / n;
}
int main(void) {
  int v[] = {3, 4, 8, 9};
  printf("%.3f %d\n", average(v, 4), (3 + 4 + 8 + 9) / 4);
  printf("%g %g %g\n", 1 / 2 * 2.0, 1 / 2.0 * 2, 5 / 2 + 5 / 2.0);
  unsigned u = 4294967295u;
  long long w = -5;
  printf("%.1f %.1f %.1f\n", u + 1.0, w / 2.0, u * 2.0f);
  int i = 7;
  i = i * 1.5 + 0.5; printf("%d\n", i);
  float f = i / 2; f += 1 / 4.0; printf("%g\n", f);
  char c = 'A' + 1.7; printf("%c\n", c);
  printf("%d\n", 0.1 + 0.7 > 0.79 ? (int)((0.1 + 0.7) * 10) : -1);
  double percent = 100.0 * 17 / 23;
  printf("%.1f%% %5.2f%%\n", percent, 2 * percent / 3);
  for (double x = 0; x < 1; x += 0.25) printf("%g ", x);
  printf("%s\n", 3 == 3.0 ? "equal" : "different");
  return 0;
}
