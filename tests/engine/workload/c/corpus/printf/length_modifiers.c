// hh h l ll j z t on every integer conversion.
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
int main(void) {
  printf("%hhd %hhd %hhu %hhx\n", 300, -129, 511, -1);
  printf("%hd %hd %hu %hx\n", 70000, -32769, 65537, -2);
  printf("%ld %lu %lx %lo\n", -5L, 5UL, 255L, 8L);
  printf("%lld %llu %llx %llX %llo\n", -1234567890123LL, 18446744073709551615ull, 0xABCDEF0123LL, 0xabcdefLL, 64LL);
  printf("%jd %ju %jx\n", (intmax_t)-7, (uintmax_t)7, (uintmax_t)-1);
  printf("%zd %zu %zx\n", (size_t)-1, (size_t)9, (size_t)0x1000);
  printf("%td %tx\n", (ptrdiff_t)-3, (ptrdiff_t)16);
  printf("%" PRId64 " %" PRIu32 " %" PRIx64 " %" PRIdPTR " %" PRIuMAX "\n", INT64_C(-5), UINT32_C(6), UINT64_C(0xff), (intptr_t)-7, UINTMAX_C(8));
  printf("%#llx %+lld %020lld %-20lld|\n", 255LL, 255LL, -255LL, 255LL);
  printf("%Lf %qd\n", (long double)1.5, 5LL);
  return 0;
}
