// strtod and atof.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  const char *s[] = {"1.5", "-2.25e2xyz", ".5", "5.", "1e", "1e+", "0x1.8p1", "inf", "-INFINITY!", "  3.0 4", "", ".", "e5",
                     "123456789.123456789", "1e400", "1e-400", "0.1"};
  for (unsigned i = 0; i < sizeof s / sizeof *s; i++) {
    char *end;
    double d = strtod(s[i], &end);
    printf("'%s' %.17g '%s'\n", s[i], d, end);
  }
  printf("%g %g\n", atof("2.5abc"), atof("x"));
  return 0;
}
