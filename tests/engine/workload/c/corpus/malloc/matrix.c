// Rows allocated one by one and as one block.
#include <stdio.h>
#include <stdlib.h>
static double **rows(int n, int m) {
  double **r = malloc(n * sizeof *r);
  for (int i = 0; i < n; i++) { r[i] = calloc(m, sizeof **r); for (int j = 0; j < m; j++) r[i][j] = i + j / 10.0; }
  return r;
}
int main(void) {
  double **a = rows(4, 5);
  int (*b)[5] = malloc(4 * sizeof *b);
  for (int i = 0; i < 4; i++) for (int j = 0; j < 5; j++) b[i][j] = (int)(a[i][j] * 10);
  for (int i = 0; i < 4; i++) { for (int j = 0; j < 5; j++) printf("%.1f/%d ", a[i][j], b[i][j]); printf("\n"); free(a[i]); }
  printf("%d\n", *(*(b + 2) + 3));
  free(a); free(b);
  return 0;
}
