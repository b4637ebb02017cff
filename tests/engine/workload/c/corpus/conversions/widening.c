// Widening extends the sign of the source type, not of the target.
#include <stdio.h>
int main(void) {
  signed char c = -2;
  unsigned char u = 254;
  short s = -2;
  int i = -2;
  unsigned n = 4294967294u;
  printf("%lld %lld %lld %lld %lld\n", (long long)c, (long long)u, (long long)s, (long long)i, (long long)n);
  printf("%llu %llu %llu\n", (unsigned long long)c, (unsigned long long)i, (unsigned long long)n);
  printf("%u %u\n", (unsigned)c, (unsigned short)c);
  printf("%lld\n", (long long)(unsigned char)c);
  printf("%llx %llx\n", (unsigned long long)(int)0x80000000u, (unsigned long long)0x80000000u);
  long l = i;
  unsigned long ul = i;
  printf("%ld %d\n", l, ul > 5);
  return 0;
}
