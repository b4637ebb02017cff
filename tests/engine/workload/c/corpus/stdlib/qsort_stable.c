// glibc's qsort merges, so that equal elements keep their order.
#include <stdio.h>
#include <stdlib.h>
struct pair { int key, place; };
static int by_key(const void *a, const void *b) { return ((const struct pair *)a)->key - ((const struct pair *)b)->key; }
int main(void) {
  struct pair v[30];
  for (int i = 0; i < 30; i++) v[i] = (struct pair){i * 5 % 4, i};
  qsort(v, 30, sizeof *v, by_key);
  for (int i = 0; i < 30; i++) printf("%d:%d ", v[i].key, v[i].place);
  printf("\n");
  return 0;
}
