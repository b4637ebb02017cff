// strtoul takes a sign and wraps; strtoll and strtoull have 64 bits in both models.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  const char *s[] = {"0", "4294967295", "-1", "18446744073709551615", "18446744073709551616", "9223372036854775807",
                     "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "0xffffffffffffffff", "12x"};
  for (int i = 0; i < 11; i++) {
    errno = 0;
    unsigned long u = strtoul(s[i], NULL, 0);
    int e1 = errno;
    errno = 0;
    long long l = strtoll(s[i], NULL, 0);
    int e2 = errno;
    errno = 0;
    unsigned long long w = strtoull(s[i], NULL, 0);
    printf("%s: %lu %d %lld %d %llu %d\n", s[i], u, e1, l, e2, w, errno);
  }
  return 0;
}
