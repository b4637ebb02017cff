// The old `name:` designator and empty braces.
#include <stdio.h>
struct s { int a, b; char text[4]; };
int main(void) {
  struct s x = {b: 5, a: 2}, z = {};
  int v[3] = {};
  printf("%d %d %d %d %d\n", x.a, x.b, z.a, z.text[0], v[2]);
  struct s y[2] = {{}, {1}};
  printf("%d %d\n", y[0].a, y[1].a);
  int scalar = {7}, braced[] = {{1}, {2}};
  char *t = {"in braces"}, u[] = {"ab"};
  printf("%d %d %s %zu\n", scalar, braced[1], t, sizeof u);
  return 0;
}
