// gcc evaluates the arguments of a call from the last to the first, operands from the left.
#include <stdio.h>
static int n;
static int next(void) { return ++n; }
static int say(int v) { printf("%d ", v); return v; }
static void three(int a, int b, int c) { printf("= %d %d %d\n", a, b, c); }
int main(void) {
  three(next(), next(), next());
  three(say(1), say(2), say(3));
  printf("%d %d\n", next(), next());
  int sum = say(4) + say(5) * say(6);
  printf("= %d\n", sum);
  printf("= %d\n", say(7) - say(8) < say(9));
  return 0;
}
