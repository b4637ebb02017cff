// Sizes of the arithmetic types in this data model.
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
int main(void) {
  printf("%zu %zu %zu %zu %zu\n", sizeof(char), sizeof(short), sizeof(int), sizeof(long), sizeof(long long));
  printf("%zu %zu %zu %zu\n", sizeof(void *), sizeof(size_t), sizeof(ptrdiff_t), sizeof(bool));
  printf("%zu %zu %zu %zu\n", sizeof(int8_t), sizeof(uint16_t), sizeof(int32_t), sizeof(uint64_t));
  printf("%zu %zu %zu %zu\n", sizeof(intptr_t), sizeof(uintptr_t), sizeof(intmax_t), sizeof(wchar_t));
  printf("%zu %zu %zu\n", sizeof(float), sizeof(double), sizeof(int (*)(void)));
  return 0;
}
