// Rows, columns and a matrix product.
#include <stdio.h>
static int a[2][3] = {{1, 2, 3}, {4, 5, 6}}, b[3][2] = {{7, 8}, {9, 10}, {11, 12}};
int main(void) {
  int c[2][2] = {{0}};
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++)
      for (int k = 0; k < 3; k++) c[i][j] += a[i][k] * b[k][j];
  printf("%d %d %d %d\n", c[0][0], c[0][1], c[1][0], c[1][1]);
  printf("%zu %zu %zu\n", sizeof a, sizeof a[0], sizeof a[0][0]);
  char names[3][6] = {"red", "green", "blue"};
  for (int i = 0; i < 3; i++) printf("%s %c\n", names[i], names[i][1]);
  int cube[2][3][4], n = 0;
  for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) for (int k = 0; k < 4; k++) cube[i][j][k] = n++;
  printf("%d %d %d\n", cube[1][2][3], *cube[1][1], (*(*(cube + 1) + 2))[1]);
  printf("%td\n", &cube[1][0][0] - &cube[0][0][0]);
  return 0;
}
