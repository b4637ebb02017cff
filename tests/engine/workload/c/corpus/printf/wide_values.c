// Large values with 64-bit conversions and flags.
#include <stdio.h>
int main(void) {
  long long v[] = {0, -1, 9223372036854775807LL, -9223372036854775807LL - 1, 1000000000000LL};
  for (int i = 0; i < 5; i++)
    printf("[%lld][%+lld][%25lld][%-25lld][%025lld][%.22lld][%llu][%llx][%#llo]\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
  for (int i = 0; i < 5; i++) printf("[%ld][%lu][%#lx][%20lx]\n", (long)v[i], (unsigned long)v[i], (unsigned long)v[i], (unsigned long)v[i]);
  return 0;
}
