// Where gcc evaluates calls in subscripts, both sides of an assignment, and initialisers.
#include <stdio.h>
static int say(int v) { printf("%d ", v); return v; }
int main(void) {
  int v[8] = {0, 1, 2, 3, 4, 5, 6, 7};
  int w[] = {say(1), say(2), say(3)};
  struct { int a, b; } s = {.b = say(4), .a = say(5)};
  printf("= %d %d %d\n", w[2], s.a, s.b);
  printf("= %d\n", v[say(1) + say(2)]);
  int x = say(1), y = say(2) ? say(3) : say(4);
  printf("= %d\n", (say(x), say(y)));
  return 0;
}
