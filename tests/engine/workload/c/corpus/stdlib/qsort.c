// qsort of ints, strings, structs, odd sizes, and nothing.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct item { char name[5]; short rank; };
static int ints(const void *a, const void *b) { int x = *(const int *)a, y = *(const int *)b; return (x > y) - (x < y); }
static int words(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static int items(const void *a, const void *b) { return ((const struct item *)a)->rank - ((const struct item *)b)->rank; }
static int threes(const void *a, const void *b) { return memcmp(b, a, 3); }
int main(void) {
  int v[50];
  for (int i = 0; i < 50; i++) v[i] = i * 7919 % 101 - 50;
  qsort(v, 50, sizeof *v, ints);
  for (int i = 0; i < 50; i++) printf("%d ", v[i]);
  const char *w[] = {"pear", "fig", "apple", "", "figs"};
  qsort(w, 5, sizeof *w, words);
  printf("\n");
  for (int i = 0; i < 5; i++) printf("[%s]", w[i]);
  struct item t[] = {{"c", 3}, {"a", 1}, {"d", 400}, {"b", 2}};
  qsort(t, 4, sizeof *t, items);
  for (int i = 0; i < 4; i++) printf("%s%d ", t[i].name, t[i].rank);
  char s[] = "abcxyzmno";
  qsort(s, 3, 3, threes);
  qsort(v, 0, sizeof *v, ints);
  qsort(v, 1, sizeof *v, ints);
  printf("%s %d\n", s, v[0]);
  return 0;
}
