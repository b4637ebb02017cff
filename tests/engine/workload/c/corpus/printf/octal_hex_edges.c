// The alternate form with every width and precision around zero.
#include <stdio.h>
int main(void) {
  unsigned v[] = {0, 1, 7, 8, 255, 4294967295u};
  for (int i = 0; i < 6; i++) {
    printf("[%#x][%#6x][%-#6x][%#06x][%#.4x][%#8.4x][%#-8.4x|]\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
    printf("[%#o][%#6o][%-#6o][%#06o][%#.4o][%#8.4o][%#.1o]\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
    printf("[%.0x][%5.0o][%-5.0u][%05.1u]\n", v[i], v[i], v[i], v[i]);
  }
  return 0;
}
