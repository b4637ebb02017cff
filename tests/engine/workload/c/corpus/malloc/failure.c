// Requests that cannot be met answer NULL and set errno.
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  volatile size_t sizes[] = {SIZE_MAX, SIZE_MAX - 8, SIZE_MAX / 2 + 1};
  for (int i = 0; i < 3; i++) {
    errno = 0;
    void *p = malloc(sizes[i]);
    printf("%d %d\n", p == NULL, errno == ENOMEM);
  }
  char *q = malloc(5);
  q[0] = 'q';
  errno = 0;
  void *r = realloc(q, sizes[0]);
  printf("%d %d %c\n", r == NULL, errno == ENOMEM, q[0]);
  free(q);
  perror("malloc");
  return 0;
}
