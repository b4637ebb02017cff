// Arithmetic that reports overflow.
#include <limits.h>
#include <stdio.h>
int main(void) {
  int r;
  printf("%d ", __builtin_add_overflow(INT_MAX, 1, &r)); printf("%d\n", r);
  printf("%d ", __builtin_add_overflow(5, 6, &r)); printf("%d\n", r);
  printf("%d ", __builtin_sub_overflow(INT_MIN, 1, &r)); printf("%d\n", r);
  printf("%d ", __builtin_mul_overflow(65536, 65536, &r)); printf("%d\n", r);
  printf("%d ", __builtin_mul_overflow(-46340, 46340, &r)); printf("%d\n", r);
  size_t s;
  printf("%d\n", __builtin_mul_overflow((size_t)-1, (size_t)2, &s));
  printf("%d ", __builtin_mul_overflow((size_t)1000, (size_t)24, &s)); printf("%zu\n", s);
  unsigned char c;
  printf("%d ", __builtin_add_overflow(200, 100, &c)); printf("%d\n", c);
  return 0;
}
