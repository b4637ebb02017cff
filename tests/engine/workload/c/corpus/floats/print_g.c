// %g and %G choose between the other two.
#include <stdio.h>
int main(void) {
  double v[] = {0, 1, 100, 1e5, 1e6, 123456, 1234567, 0.0001, 0.00001, 1e-10, 3.14159265, 100000.5, 999999.5, -2.50, 1e300};
  for (unsigned i = 0; i < sizeof v / sizeof *v; i++)
    printf("%g|%G|%.0g|%.3g|%.10g|%#g|%12g|%-12g|%+g|%012g\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
  printf("%.17g %.15g\n", 0.1, 0.1);
  printf("%#.3g %#.3g\n", 1.0, 1e10);
  return 0;
}
