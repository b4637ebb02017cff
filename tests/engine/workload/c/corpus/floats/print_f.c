// %f with flags, widths and precisions.
#include <stdio.h>
int main(void) {
  double v[] = {0, 1, -1, 3.14159265358979, 0.000123456, 123456789.987654321, 999.9995, 1e15, 2.5, 0.05};
  for (int i = 0; i < 10; i++)
    printf("%f|%.0f|%.1f|%.3f|%10.2f|%-10.2f|%+.2f|% .2f|%010.2f|%#.0f\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
  printf("%.20f\n", 0.1);
  printf("%.50f\n", 1.0 / 3);
  printf("%f\n", 1e22);
  printf("%.2f %.2f %.2f\n", 1.005, 2.675, 1.115);
  printf("%*.*f|%-*.*f|\n", 9, 3, 2.0, 9, 1, 2.0);
  printf("%F %.f\n", 1.5, 7.5);
  printf("%.3f\n", 5e-324);
  printf("%f\n", 1.7976931348623157e308);
  return 0;
}
