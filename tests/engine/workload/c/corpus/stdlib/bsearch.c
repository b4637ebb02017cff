// bsearch finds what is there.
#include <stdio.h>
#include <stdlib.h>
static int order(const void *key, const void *item) { return *(const int *)key - *(const int *)item; }
int main(void) {
  int v[] = {1, 3, 5, 7, 9, 11, 13};
  for (int k = 0; k < 15; k++) {
    int *p = bsearch(&k, v, 7, sizeof *v, order);
    if (p) printf("%d at %td, ", k, p - v); else printf("no %d, ", k);
  }
  int k = 1;
  printf("%d\n", bsearch(&k, v, 0, sizeof *v, order) == NULL);
  return 0;
}
