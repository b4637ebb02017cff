// malloc_usable_size is at least what was asked for.
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  for (size_t n = 1; n < 3000; n = n * 2 + 5) {
    unsigned char *p = malloc(n);
    size_t usable = malloc_usable_size(p);
    p[usable - 1] = 7;
    printf("%zu %d %d\n", n, usable >= n, (uintptr_t)p % (2 * sizeof(size_t)) == 0);
    free(p);
  }
  printf("%zu\n", malloc_usable_size(NULL));
  return 0;
}
