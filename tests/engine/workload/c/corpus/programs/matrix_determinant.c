// Determinants by fractions of long long, by recursion and by elimination in double.
#include <stdio.h>
static long long det(int n, const int m[n][n]) {
  if (n == 1) return m[0][0];
  long long sum = 0;
  int minor[n - 1][n - 1];
  for (int skip = 0; skip < n; skip++) {
    for (int i = 1; i < n; i++)
      for (int j = 0, k = 0; j < n; j++) if (j != skip) minor[i - 1][k++] = m[i][j];
    sum += (skip % 2 ? -1 : 1) * m[0][skip] * det(n - 1, minor);
  }
  return sum;
}
int main(void) {
  int a[4][4] = {{2, 5, 1, 3}, {4, 1, 7, 9}, {6, 8, 3, 2}, {7, 8, 1, 4}}, b[2][2] = {{3, 8}, {4, 6}};
  printf("%lld %lld\n", det(4, a), det(2, b));
  double m[4][4], d = 1;
  for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) m[i][j] = a[i][j];
  for (int c = 0; c < 4; c++) {
    d *= m[c][c];
    for (int r = c + 1; r < 4; r++) { double f = m[r][c] / m[c][c]; for (int k = c; k < 4; k++) m[r][k] -= f * m[c][k]; }
  }
  printf("%.6f\n", d);
  return 0;
}
