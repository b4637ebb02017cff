// The comma operator evaluates from the left and gives its right value.
#include <stdio.h>
static int n;
static int next(void) { return ++n; }
int main(void) {
  int a = (next(), next(), next()), b, c;
  b = 1, c = 2;
  printf("%d %d %d\n", a, b, c);
  a = b = c = 7;
  printf("%d\n", (a++, a + b));
  for (a = 0, b = 10; a++, b-- > 6;) ;
  printf("%d %d\n", a, b);
  printf("%zu %zu\n", sizeof(1, 2.0), sizeof((char)1, 1LL));
  if (a = 0, b) printf("b\n");
  int v[] = {(1, 2), (3, 4)};
  printf("%d %d %zu\n", v[0], v[1], sizeof v / sizeof *v);
  return next(), 0;
}
