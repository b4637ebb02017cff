// INT_MIN / -1 traps as well.
#include <limits.h>
#include <stdio.h>
int main(void) {
  volatile int a = INT_MIN, b = -1;
  printf("%d\n", (a + 1) / b);
  fflush(stdout);
  printf("%d\n", a / b);
  return 0;
}
