// malloc(0) gives distinct blocks; realloc to 0 frees.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  void *a = malloc(0), *b = malloc(0);
  printf("%d %d\n", a != NULL, a != b);
  void *c = calloc(0, 8), *d = calloc(8, 0);
  printf("%d %d\n", c != NULL, c != d);
  free(a); free(b); free(c); free(d);
  void *e = malloc(10);
  printf("%d\n", realloc(e, 0) == NULL);
  return 0;
}
