// The edges of signed 64-bit division, comparison and conversion.
#include <limits.h>
#include <stdio.h>
int main(void) {
  long long min = LLONG_MIN, max = LLONG_MAX;
  printf("%lld %lld %lld %lld\n", min / 2, min / 3, min % 3, min / max);
  printf("%lld %lld %lld\n", min % max, max / min, max % min);
  printf("%lld %lld\n", min / -2, (min + 1) / -1);
  printf("%d %d %d\n", min < max, (unsigned long long)min > (unsigned long long)max, min < -1);
  printf("%lld %lld\n", min >> 1, min >> 63);
  printf("%d %d %u\n", (int)min, (int)max, (unsigned)max);
  printf("%.1f %.1f\n", (double)min, (double)max);
  printf("%lld\n", (long long)((unsigned long long)max + 1));
  printf("%llu\n", 0ull - (unsigned long long)min);
  printf("%d %d %d\n", !min, !!max, min && 1);
  long long v = min;
  if (v) printf("nonzero\n");
  v = 0x100000000LL;
  if (v) printf("low half zero\n");
  printf("%d %d\n", v ? 1 : 0, (int)v ? 1 : 0);
  unsigned long long w = v;
  int rounds = 0;
  while (w) { w <<= 8; rounds++; }
  printf("%d\n", rounds);
  return 0;
}
