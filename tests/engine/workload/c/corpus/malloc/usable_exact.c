// The usable sizes of glibc's chunks are multiples of two words less one.
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  for (size_t n = 0; n < 140; n += 9) {
    void *p = malloc(n);
    printf("%zu:%zu ", n, malloc_usable_size(p));
  }
  printf("\n");
  return 0;
}
