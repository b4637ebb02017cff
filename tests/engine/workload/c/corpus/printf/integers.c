// Signed and unsigned conversions with every flag.
#include <stdio.h>
int main(void) {
  int v[] = {0, 1, -1, 42, -12345, 2147483647, -2147483647 - 1};
  for (int i = 0; i < 7; i++) {
    printf("%d|%i|%5d|%-5d|%05d|%+d|% d|%+5d|%-+6d|%.3d|%8.4d|%-8.4d|%+.2d\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
    printf("%u|%x|%X|%o|%#x|%#X|%#o|%08x|%#10x|%-#10x|%#010x|%.10x\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
  }
  return 0;
}
