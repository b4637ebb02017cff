// Designators, gaps and later designators that override.
#include <stdio.h>
int main(void) {
  int a[] = {[3] = 30, 40, [1] = 10, 20, [6] = 60};
  int b[10] = {1, 2, [8] = 9}, c[5] = {[4] = 5, [0] = 1, 2}, d[4] = {[2] = 7, [2] = 8};
  int e[] = {[2 ... 4] = 9, 1};
  for (unsigned i = 0; i < sizeof a / sizeof *a; i++) printf("%d ", a[i]);
  for (int i = 0; i < 10; i++) printf("%d ", b[i]);
  for (int i = 0; i < 5; i++) printf("%d ", c[i]);
  printf("%d %d\n", d[2], d[3]);
  for (unsigned i = 0; i < sizeof e / sizeof *e; i++) printf("%d ", e[i]);
  enum { X, Y, Z };
  static const char *const names[] = {[Z] = "z", [X] = "x", [Y] = "y"};
  printf("%s%s%s\n", names[0], names[1], names[2]);
  char v[] = {'a', [5] = 'f'};
  printf("%zu %d %c\n", sizeof v, v[3], v[5]);
  return 0;
}
