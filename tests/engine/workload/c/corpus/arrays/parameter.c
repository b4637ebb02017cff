// An array parameter is a pointer.
#include <stdio.h>
static size_t seen(int v[10]) { v[0] = 100; return sizeof v == sizeof(int *); }
static int last(int n, int v[static 1]) { return v[n - 1]; }
static int corner(int m[][3], int rows) { return m[rows - 1][2]; }
static int twice(int v[const]) { return v[0] * 2; }
int main(void) {
  int v[4] = {1, 2, 3, 4}, m[2][3] = {{1, 2, 3}, {4, 5, 6}};
  printf("%zu %d\n", seen(v), v[0]);
  printf("%d %d %d\n", last(4, v), corner(m, 2), twice(v + 1));
  printf("%d\n", last(2, &v[1]));
  return 0;
}
