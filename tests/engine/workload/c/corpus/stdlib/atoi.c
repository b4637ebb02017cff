// atoi, atol, atoll and the absolute values.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  printf("%d %d %d %d %d\n", atoi("12"), atoi("-12abc"), atoi("  +7"), atoi("x"), atoi(""));
  printf("%ld %lld\n", atol("123456789"), atoll("-1234567890123"));
  printf("%d %ld %lld\n", abs(-5), labs(-7L), llabs(-1234567890123LL));
  printf("%d %d\n", abs(0), abs(2147483647));
  div_t d = div(-17, 5);
  ldiv_t l = ldiv(17, -5);
  lldiv_t ll = lldiv(-10000000000LL, 3);
  printf("%d %d %ld %ld %lld %lld\n", d.quot, d.rem, l.quot, l.rem, ll.quot, ll.rem);
  return 0;
}
