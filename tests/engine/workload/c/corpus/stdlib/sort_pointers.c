// Sorting pointers to structs by two keys, and searching the result.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct city { const char *name; long people; };
static int order(const void *a, const void *b) {
  const struct city *x = *(struct city *const *)a, *y = *(struct city *const *)b;
  return x->people != y->people ? (x->people < y->people) - (x->people > y->people) : strcmp(x->name, y->name);
}
static int by_name(const void *a, const void *b) { return strcmp(((const struct city *)a)->name, ((const struct city *)b)->name); }
int main(void) {
  struct city c[] = {{"Rome", 2800}, {"Oslo", 700}, {"Kyiv", 2800}, {"Bern", 140}, {"Lima", 10000}}, *p[5];
  for (int i = 0; i < 5; i++) p[i] = &c[i];
  qsort(p, 5, sizeof *p, order);
  for (int i = 0; i < 5; i++) printf("%s ", p[i]->name);
  qsort(c, 5, sizeof *c, by_name);
  struct city key = {"Oslo", 0}, *found = bsearch(&key, c, 5, sizeof *c, by_name);
  printf("%ld %td\n", found ? found->people : -1, found - c);
  return 0;
}
