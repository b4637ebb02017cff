// Counting bits with gcc's builtins.
#include <stdio.h>
int main(void) {
  unsigned v[] = {1, 2, 3, 0x80, 0x8000, 0x12345, 0x80000000u, 0xFFFFFFFFu};
  for (int i = 0; i < 8; i++)
    printf("%x: %d %d %d %d %d\n", v[i], __builtin_clz(v[i]), __builtin_ctz(v[i]), __builtin_ffs((int)v[i]),
           __builtin_popcount(v[i]), __builtin_parity(v[i]));
  unsigned long long w[] = {1, 0x100000000ull, 0x8000000000000000ull, 0xFFFFFFFFFFFFFFFFull, 0xF0F0000000ull};
  for (int i = 0; i < 5; i++)
    printf("%llx: %d %d %d %d\n", w[i], __builtin_clzll(w[i]), __builtin_ctzll(w[i]), __builtin_ffsll((long long)w[i]),
           __builtin_popcountll(w[i]));
  printf("%d %d\n", __builtin_ffs(0), __builtin_popcount(0));
  printf("%d %d\n", __builtin_clzl(1ul), __builtin_ctzl(64ul));
  if (__builtin_expect(v[0] == 1, 1)) printf("likely\n");
  printf("%d\n", __builtin_constant_p(3) == 1);
  return 0;
}
