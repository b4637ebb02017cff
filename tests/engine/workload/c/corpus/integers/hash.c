// FNV, a xorshift and a mixing function in 32 and 64 bits.
#include <stdint.h>
#include <stdio.h>
static uint32_t fnv32(const char *s) {
  uint32_t h = 2166136261u;
  while (*s) h = (h ^ (unsigned char)*s++) * 16777619u;
  return h;
}
static uint64_t fnv64(const char *s) {
  uint64_t h = 14695981039346656037ull;
  while (*s) h = (h ^ (unsigned char)*s++) * 1099511628211ull;
  return h;
}
int main(void) {
  const char *words[] = {"", "a", "heap", "top chunk", "\xff\xfe"};
  for (int i = 0; i < 5; i++) printf("%08x %016llx\n", fnv32(words[i]), (unsigned long long)fnv64(words[i]));
  uint64_t x = 88172645463325252ull;
  for (int i = 0; i < 6; i++) {
    x ^= x << 13; x ^= x >> 7; x ^= x << 17;
    printf("%llu\n", (unsigned long long)x);
  }
  uint32_t y = 1;
  for (int i = 0; i < 6; i++) {
    y ^= y << 13; y ^= y >> 17; y ^= y << 5;
    printf("%u\n", y);
  }
  return 0;
}
