// calloc gives zeroes, also where a freed block had other bytes.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
  for (int round = 0; round < 4; round++) {
    size_t n = 24u << round * 3;
    char *dirty = malloc(n);
    memset(dirty, 0x5a, n);
    free(dirty);
    unsigned char *p = calloc(n / 4, 4);
    unsigned sum = 0;
    for (size_t i = 0; i < n / 4 * 4; i++) sum += p[i];
    printf("%zu %u\n", n, sum);
    free(p);
  }
  volatile size_t huge = SIZE_MAX / 2;
  printf("%d\n", calloc(huge, 4) == NULL);
  return 0;
}
