// scanf of float and double.
#include <stdio.h>
int main(void) {
  float f;
  double d, sum = 0;
  int n, count = 0;
  n = scanf("%f %lf", &f, &d); printf("%d: %g %g\n", n, f, d);
  n = scanf("%le%lg", &d, &sum); printf("%d: %g %g\n", n, d, sum);
  sum = 0;
  while ((n = scanf("%lf", &d)) == 1) { sum += d; count++; }
  printf("%d %d %g\n", n, count, sum);
  return 0;
}
