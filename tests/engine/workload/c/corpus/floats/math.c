// Functions of math.h whose results are exact.
#include <math.h>
#include <stdio.h>
int main(void) {
  double v[] = {0.0, 0.4, 0.5, 1.5, 2.0, 2.5, -0.4, -0.5, -1.5, -2.7, 1e15};
  for (int i = 0; i < 11; i++)
    printf("%g %g %g %g %g\n", ceil(v[i]), floor(v[i]), fabs(v[i]), trunc(v[i]), round(v[i]));
  for (int i = 0; i < 12; i++) printf("%g %g %g\n", sqrt(i * i), log2(1 << i), pow(2, i));
  printf("%.17g %.17g\n", sqrt(2), pow(10, 5));
  printf("%g %g %g\n", fmod(10, 3), fmod(-10, 3), fmod(5.5, 2));
  printf("%d %g\n", (int)ceil(log2(1000)), pow(3, 4));
  printf("%g %g %g\n", fmax(1, 2), fmin(1, 2), hypot(3, 4));
  printf("%g %g %g\n", exp(0), log(1), log10(1000));
  printf("%g %g\n", sin(0), cos(0));
  printf("%d %d\n", isnan(sqrt(-1)), isinf(log(0)));
  printf("%g %g %g\n", pow(0, 0), pow(-2, 3), pow(4, 0.5));
  printf("%g %g\n", ldexp(1.5, 4), floor(-1e-10));
  int e; double m = frexp(48.0, &e); printf("%g %d\n", m, e);
  double whole, part = modf(-3.25, &whole); printf("%g %g\n", whole, part);
  printf("%ld %ld\n", lround(2.5), lround(-2.5));
  return 0;
}
