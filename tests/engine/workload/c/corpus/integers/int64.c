// 64-bit signed arithmetic with carries between the halves.
#include <stdio.h>
#include <stdint.h>
int main(void) {
  int64_t v[] = {0, 1, -1, 4294967295LL, -4294967296LL, 1234567890123LL, -987654321987LL, 9223372036854775807LL};
  int n = sizeof v / sizeof v[0];
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      uint64_t s = (uint64_t)v[i] + (uint64_t)v[j], d = (uint64_t)v[i] - (uint64_t)v[j];
      uint64_t m = (uint64_t)v[i] * (uint64_t)v[j];
      printf("%lld %lld %lld", (long long)s, (long long)d, (long long)m);
      if (v[j]) printf(" %lld %lld", (long long)(v[i] / v[j]), (long long)(v[i] % v[j]));
      printf(" %d%d%d\n", v[i] < v[j], v[i] == v[j], v[i] >= v[j]);
    }
  return 0;
}
