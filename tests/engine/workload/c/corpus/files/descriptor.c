// open, read, write, lseek and close.
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
int main(void) {
  int fd = open("raw.txt", O_RDWR | O_CREAT | O_TRUNC, 0644);
  printf("%d\n", fd >= 3);
  printf("%d\n", (int)write(fd, "descriptor", 10));
  printf("%d\n", (int)lseek(fd, 4, SEEK_SET));
  char b[16] = "";
  int n = (int)read(fd, b, sizeof b - 1);
  printf("%d %s\n", n, b);
  n = (int)read(fd, b, 4);
  printf("%d %d\n", n, (int)lseek(fd, 0, SEEK_END));
  printf("%d\n", close(fd));
  n = close(fd);
  printf("%d %d\n", n, (int)write(fd, "x", 1));
  printf("%d\n", open("no/such/path", O_RDONLY));
  unlink("raw.txt");
  return 0;
}
