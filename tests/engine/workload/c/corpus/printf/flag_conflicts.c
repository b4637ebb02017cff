// Flags that override each other, and zero with precision zero.
#include <stdio.h>
int main(void) {
  printf("[%-05d][%+ d][% +d][%05.2d][%-+5d][%0-5d]\n", 42, 42, 42, 42, 42, 42);
  printf("[%.0d][%.d][%5.0d][%+.0d][%.0x][%#.0x][%#.0o][%.0u]\n", 0, 0, 0, 0, 0, 0, 0, 0);
  printf("[%#o][%#x][%#o][%#.3o][%#.5x]\n", 0, 0, 8, 8, 255);
  printf("[%+u][% x][%#d]\n", 5u, 5u, 5);
  printf("[%+s][% c][%05s]\n", "s", 'c', "z");
  printf("[%00005d][%  d][%--5d]\n", 3, 3, 3);
  return 0;
}
