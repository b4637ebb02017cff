// Enumerators follow block scope, and an enum converts to and from int.
#include <stdio.h>
enum { ONE = 1 };
int main(void) {
  printf("%d\n", ONE);
  {
    enum { ONE = 11, TWO };
    printf("%d %d\n", ONE, TWO);
  }
  printf("%d\n", ONE);
  enum flag { READ = 1, WRITE = 2, EXEC = 4 };
  enum flag f = READ | EXEC;
  f |= WRITE;
  printf("%d %d\n", f, (f & WRITE) != 0);
  struct { enum { RED, BLUE } hue; } s = {BLUE};
  printf("%d %d\n", s.hue, RED);
  printf("%d\n", (enum flag)3 == (READ | WRITE));
  return 0;
}
