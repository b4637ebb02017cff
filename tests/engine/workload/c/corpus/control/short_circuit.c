// && and || stop early; the ternary runs one branch.
#include <stdio.h>
static int say(int v) { printf("%d ", v); return v; }
int main(void) {
  int r = say(0) && say(1); printf("= %d\n", r);
  r = say(2) && say(3); printf("= %d\n", r);
  r = say(4) || say(5); printf("= %d\n", r);
  r = say(0) || say(0); printf("= %d\n", r);
  r = say(0) && say(1) || say(6) && !say(0); printf("= %d\n", r);
  r = say(1) ? say(7) : say(8); printf("= %d\n", r);
  r = say(0) ? say(7) : say(1) ? say(9) : say(10); printf("= %d\n", r);
  if (!(say(1) && say(0)) || say(3)) printf("if\n");
  while (say(1) && r-- > 7) ;
  printf("= %d\n", r);
  double d = 0.0;
  printf("%d %d %d\n", d || 0, 0.1 && 1, !d);
  return 0;
}
