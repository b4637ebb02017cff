// 64-bit unsigned division, remainder and comparison.
#include <stdio.h>
int main(void) {
  unsigned long long v[] = {1, 2, 10, 0xFFFFFFFFull, 0x100000000ull, 0x7FFFFFFFFFFFFFFFull, 0x8000000000000000ull,
                            0xFFFFFFFFFFFFFFFFull, 1000000007ull};
  int n = sizeof v / sizeof v[0];
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      printf("%llx/%llx=%llx,%llx %d\n", v[i], v[j], v[i] / v[j], v[i] % v[j], v[i] > v[j]);
  return 0;
}
