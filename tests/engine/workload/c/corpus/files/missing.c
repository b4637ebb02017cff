// Opening what is not there sets errno.
#include <errno.h>
#include <stdio.h>
#include <string.h>
int main(void) {
  errno = 0;
  FILE *f = fopen("no-such-file.txt", "r");
  printf("%d %d %s\n", f == NULL, errno == ENOENT, strerror(errno));
  perror("no-such-file.txt");
  printf("%d\n", remove("no-such-file.txt"));
  f = fopen("no-such-file.txt", "r+");
  printf("%d\n", f == NULL);
  return 0;
}
