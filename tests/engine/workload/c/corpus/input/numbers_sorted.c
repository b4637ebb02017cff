// Reads numbers to the end of the input into a growing array and sorts them.
#include <stdio.h>
#include <stdlib.h>
static int order(const void *a, const void *b) { int x = *(int *)a, y = *(int *)b; return x < y ? -1 : x > y; }
int main(void) {
  int *v = NULL, n = 0, room = 0, x;
  long long sum = 0;
  while (scanf("%d", &x) == 1) {
    if (n == room) { room = room ? 2 * room : 4; v = realloc(v, room * sizeof *v); if (!v) return 1; }
    v[n++] = x;
    sum += x;
  }
  qsort(v, n, sizeof *v, order);
  for (int i = 0; i < n; i++) printf("%d%c", v[i], i + 1 < n ? ' ' : '\n');
  printf("n %d, sum %lld, median %d, mean %.3f\n", n, sum, v[n / 2], (double)sum / n);
  free(v);
  return 0;
}
