// Arguments taken by number, as POSIX adds.
#include <stdio.h>
int main(void) {
  printf("%2$s %1$s %2$s\n", "world", "hello");
  printf("%1$d %1$x %1$o\n", 255);
  printf("[%2$*1$d][%3$.*1$s]\n", 4, 7, "abcdefgh");
  return 0;
}
