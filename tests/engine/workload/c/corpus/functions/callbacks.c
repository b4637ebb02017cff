// Callbacks with a context, and a sorted index through qsort.
#include <stdio.h>
#include <stdlib.h>
typedef void visit(void *context, int value);
static void each(const int *v, int n, visit *f, void *context) { while (n--) f(context, *v++); }
static void sum(void *context, int v) { *(long *)context += v; }
struct range { int low, high; };
static void widen(void *context, int v) {
  struct range *r = context;
  if (v < r->low) r->low = v;
  if (v > r->high) r->high = v;
}
static int by_value(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int backwards(const void *a, const void *b) { return by_value(b, a); }
int main(void) {
  int v[] = {5, -3, 12, 0, 8};
  long total = 0;
  struct range r = {v[0], v[0]};
  each(v, 5, sum, &total);
  each(v, 5, widen, &r);
  printf("%ld %d %d\n", total, r.low, r.high);
  int (*orders[])(const void *, const void *) = {by_value, backwards};
  for (int i = 0; i < 2; i++) {
    qsort(v, 5, sizeof *v, orders[i]);
    for (int j = 0; j < 5; j++) printf("%d ", v[j]);
    printf("\n");
  }
  return 0;
}
