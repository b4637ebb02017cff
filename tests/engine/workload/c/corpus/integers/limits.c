// The values that limits.h and stdint.h name.
#include <stdio.h>
#include <limits.h>
#include <stdint.h>
int main(void) {
  printf("%d %d %d %d\n", CHAR_BIT, SCHAR_MIN, SCHAR_MAX, UCHAR_MAX);
  printf("%d %d %d %d %d\n", CHAR_MIN, CHAR_MAX, SHRT_MIN, SHRT_MAX, USHRT_MAX);
  printf("%d %d %u\n", INT_MIN, INT_MAX, UINT_MAX);
  printf("%ld %ld %lu\n", LONG_MIN, LONG_MAX, ULONG_MAX);
  printf("%lld %lld %llu\n", LLONG_MIN, LLONG_MAX, ULLONG_MAX);
  printf("%d %d %u\n", INT8_MIN, INT16_MAX, UINT32_MAX);
  printf("%lld %llu\n", (long long)INT64_MIN, (unsigned long long)UINT64_MAX);
  printf("%zu %td %jd\n", SIZE_MAX, PTRDIFF_MAX, INTMAX_MAX);
  printf("%ld %lu\n", (long)INTPTR_MIN, (unsigned long)UINTPTR_MAX);
  return 0;
}
