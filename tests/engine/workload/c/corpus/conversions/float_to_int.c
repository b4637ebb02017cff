// Conversion to an integer drops the fraction.
#include <stdio.h>
int main(void) {
  double v[] = {0.0, 0.99, -0.99, 1.5, -1.5, 2147483646.9, -2147483647.5, 1e9};
  for (int i = 0; i < 8; i++) printf("%d %lld\n", (int)v[i], (long long)v[i]);
  printf("%u\n", (unsigned)4294967295.0);
  printf("%llu\n", (unsigned long long)18446744073709549568.0);
  printf("%lld\n", (long long)-9223372036854775808.0);
  printf("%llu\n", (unsigned long long)9223372036854775808.0);
  printf("%d %d\n", (unsigned char)200.7, (short)-300.2f);
  printf("%d\n", (int)16777217.0f);
  int i = 3.99;
  char c = 65.9;
  printf("%d %c\n", i, c);
  return 0;
}
