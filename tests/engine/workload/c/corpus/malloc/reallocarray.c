// reallocarray refuses a product that overflows.
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  int *v = reallocarray(NULL, 4, sizeof *v);
  for (int i = 0; i < 4; i++) v[i] = i + 1;
  v = reallocarray(v, 400, sizeof *v);
  printf("%d %d\n", v[0], v[3]);
  volatile size_t many = SIZE_MAX / 2;
  errno = 0;
  printf("%d %d\n", reallocarray(v, many, 8) == NULL, errno == ENOMEM);
  free(v);
  return 0;
}
