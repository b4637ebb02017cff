// write goes past the buffer of stdio.
#include <stdio.h>
#include <string.h>
#include <unistd.h>
int main(void) {
  printf("buffered first, ");
  const char *s = "written at once\n";
  ssize_t n = write(1, s, strlen(s));
  printf("%d\n", (int)n);
  fflush(stdout);
  write(STDERR_FILENO, "error\n", 6);
  write(1, "end\n", 4);
  printf("%d\n", (int)write(1, "", 0));
  return 0;
}
