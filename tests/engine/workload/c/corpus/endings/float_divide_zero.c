// A floating division by zero does not trap.
#include <stdio.h>
int main(void) {
  volatile double z = 0;
  volatile float f = 0;
  printf("%g %g %g\n", 1 / z, -1 / z, 1 / f);
  printf("%d\n", 1 / z > 1e300);
  return 0;
}
