// Integer division by zero is SIGFPE.
#include <stdio.h>
static int zero(void) { volatile int z = 0; return z; }
int main(void) {
  printf("before\n");
  fflush(stdout);
  printf("%d\n", 5 / zero());
  return 0;
}
