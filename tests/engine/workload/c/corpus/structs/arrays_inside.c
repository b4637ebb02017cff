// Arrays inside structs and structs inside arrays.
#include <stdio.h>
struct row { int cells[3]; char name[4]; };
struct table { struct row rows[2]; int used; };
static int total(const struct table *t) {
  int sum = 0;
  for (int i = 0; i < t->used; i++)
    for (int j = 0; j < 3; j++) sum += t->rows[i].cells[j];
  return sum;
}
int main(void) {
  struct table tables[2] = {{{{{1, 2, 3}, "one"}, {{4, 5, 6}, "two"}}, 2}, {{{{7}, "x"}}, 1}};
  printf("%d %d\n", total(&tables[0]), total(tables + 1));
  struct table *t = tables;
  t->rows[1].cells[2]++;
  (t + 1)->rows->cells[1] = t->rows[0].name[0];
  printf("%d %d %s\n", t->rows[1].cells[2], tables[1].rows[0].cells[1], t[0].rows[1].name);
  printf("%zu %zu\n", sizeof(struct row), sizeof tables);
  printf("%td\n", &tables[1].rows[1].cells[2] - &tables[0].rows[0].cells[0]);
  return 0;
}
