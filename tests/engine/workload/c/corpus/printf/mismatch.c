// Formats whose arguments are ints of another signedness or smaller.
#include <stdio.h>
int main(void) {
  unsigned char c = 200;
  signed char s = -56;
  short h = -1;
  printf("%d %u %x\n", -1, -1, -1);
  printf("%d %d %d %x\n", c, s, h, h);
  printf("%x %c %hhx\n", (unsigned)s, 65, s);
  printf("%d\n", 4294967295u);
  printf("%u %d\n", sizeof(int) == 4, 'a' < 'b');
  printf("%s\n", &"skip me"[5]);
  printf("%d %d\n", 1, 2, 3, "ignored");
  printf("%d%%\n", 50);
  return 0;
}
