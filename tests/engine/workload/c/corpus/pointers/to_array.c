// A pointer to an array steps by the whole array.
#include <stdio.h>
static int sum(int (*row)[4], int rows) {
  int total = 0;
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < 4; j++) total += row[i][j];
  return total;
}
int main(void) {
  int m[3][4] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
  int (*row)[4] = m, (*all)[3][4] = &m;
  printf("%d %d %d\n", (*row)[1], row[2][3], (*all)[1][2]);
  row++;
  printf("%d %zu %zu\n", **row, sizeof *row, sizeof *all);
  printf("%d\n", sum(m, 3));
  printf("%td %td\n", (char *)(&m + 1) - (char *)&m, (char *)(m + 1) - (char *)m);
  int *flat = &m[0][0];
  printf("%d %d\n", flat[3], *(*(m + 2) + 1));
  typedef int line[4];
  line *l = m;
  printf("%d\n", l[1][1]);
  return 0;
}
