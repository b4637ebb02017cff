// %e and %E.
#include <stdio.h>
int main(void) {
  double v[] = {0, 1, -1, 9.9999999, 12345.678, 0.00012345, 1e100, 1.5e-300, 5e-324, 2.5};
  for (int i = 0; i < 10; i++)
    printf("%e|%E|%.0e|%.2e|%12.3e|%-12.3e|%+e|%012.2e|%#.0e\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
  printf("%.20e\n", 0.1);
  return 0;
}
