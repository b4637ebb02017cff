// A const object of the file is read-only too.
#include <stdio.h>
static const int table[3] = {1, 2, 3};
int main(void) {
  int *volatile p = (int *)table;
  printf("%d\n", p[1]);
  fflush(stdout);
  p[1] = 5;
  printf("%d\n", table[1]);
  return 0;
}
