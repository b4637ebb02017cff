// Comparisons with infinities, nan and signed zero.
#include <math.h>
#include <stdio.h>
int main(void) {
  volatile double zero = 0.0;
  double inf = 1 / zero, nan = zero / zero, minus = -zero;
  printf("%d %d %d %d\n", inf > 1e308, -inf < 0, nan == nan, nan != nan);
  printf("%d %d %d %d\n", nan < 1, nan > 1, nan <= 1, !(nan >= 1));
  printf("%d %g\n", minus == 0, 1 / minus);
  printf("%d %d %d\n", nan ? 1 : 0, minus ? 1 : 0, inf && 1);
  printf("%d %d %d\n", isnan(nan) != 0, isinf(inf) != 0, isfinite(1.0) != 0);
  printf("%f %f %g %G %e\n", inf, -inf, inf, inf, -inf);
  printf("[%8f] [%-8f] [%08f] [%+f]\n", inf, inf, inf, inf);
  printf("%g\n", INFINITY - 1 == INFINITY ? 1.0 : 0.0);
  return 0;
}
