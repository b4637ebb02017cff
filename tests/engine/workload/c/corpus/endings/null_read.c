// Reading through a null pointer is SIGSEGV.
#include <stdio.h>
int main(void) {
  int *volatile p = NULL;
  printf("before\n");
  fflush(stdout);
  printf("%d\n", *p);
  return 0;
}
