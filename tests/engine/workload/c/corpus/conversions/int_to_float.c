// Integers that a float or double cannot hold are rounded to even.
#include <stdio.h>
int main(void) {
  int v[] = {16777216, 16777217, 16777218, 16777219, 2147483647, -16777217};
  for (int i = 0; i < 6; i++) printf("%.1f %.1f\n", (double)(float)v[i], (double)v[i]);
  long long w[] = {9007199254740993LL, 9007199254740995LL, 9223372036854775807LL, -9007199254740993LL};
  for (int i = 0; i < 4; i++) printf("%.1f %.1f\n", (double)w[i], (double)(float)w[i]);
  unsigned long long u[] = {18446744073709551615ull, 9223372036854775809ull, 9223372036854777857ull};
  for (int i = 0; i < 3; i++) printf("%.1f %.1f\n", (double)u[i], (double)(float)u[i]);
  unsigned n = 4294967295u;
  printf("%.1f %.1f\n", (double)n, (double)(float)n);
  return 0;
}
