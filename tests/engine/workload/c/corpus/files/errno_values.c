// errno is kept until something fails again.
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  printf("%d\n", errno);
  fopen("missing", "r");
  printf("%d\n", errno);
  strtol("12", NULL, 10);
  printf("%d\n", errno);
  strtol("99999999999999999999999", NULL, 10);
  printf("%d\n", errno == ERANGE);
  errno = EINVAL;
  perror("prefix");
  errno = 0;
  perror(NULL);
  perror("");
  int *where = &errno;
  *where = 5;
  printf("%d\n", errno);
  return 0;
}
