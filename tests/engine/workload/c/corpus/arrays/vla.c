// Arrays whose length is known when they are reached.
#include <stdio.h>
#include <string.h>
static int fill(int n) {
  int v[n], sum = 0;
  for (int i = 0; i < n; i++) v[i] = i * n;
  for (int i = 0; i < n; i++) sum += v[i];
  return sum + (int)sizeof v;
}
static int trace(int n, int m[n][n]) {
  int sum = 0;
  for (int i = 0; i < n; i++) sum += m[i][i];
  return sum;
}
int main(void) {
  for (int n = 1; n < 8; n++) printf("%d ", fill(n));
  printf("\n");
  for (int n = 2; n < 5; n++) {
    int m[n][n + 1];
    memset(m, 0, sizeof m);
    m[n - 1][n] = n;
    printf("%zu %zu %d\n", sizeof m, sizeof m[0], *(&m[0][0] + n * (n + 1) - 1));
  }
  int square[3][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
  printf("%d\n", trace(3, square));
  int k = 3;
  char text[k + 2];
  k = 100;
  strcpy(text, "vlas");
  printf("%s %zu\n", text, sizeof text);
  return 0;
}
