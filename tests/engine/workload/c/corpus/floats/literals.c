// Floating literals, decimal and hexadecimal.
#include <float.h>
#include <stdio.h>
int main(void) {
  printf("%g %g %g %g %g\n", 1., .5, 1e3, 1.e-2, 0x1p4);
  printf("%g %g %g\n", 0x.8p0, 0x1.8p+1, 012.5);
  printf("%zu %zu %zu\n", sizeof 1.0, sizeof 1.0f, sizeof 1.0F);
  printf("%.17g\n", 123456789012345678901234567890.0);
  printf("%.17g %.17g\n", 2.2250738585072011e-308, 4.9406564584124654e-324);
  printf("%d %d %d %d\n", DBL_DIG, DBL_MANT_DIG, FLT_DIG, FLT_MANT_DIG);
  printf("%g %g %g %g\n", DBL_MAX, DBL_MIN, DBL_EPSILON, (double)FLT_MAX);
  printf("%.9g\n", 0.3f);
  printf("%.17g\n", 9007199254740993.0);
  printf("%.17g\n", 0.1e1 + 1E-1);
  return 0;
}
