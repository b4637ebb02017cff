// More arguments than registers, of mixed types.
#include <stdio.h>
struct s { char c; double d; };
static double mix(char a, short b, int c, long d, long long e, float f, double g, unsigned char h, struct s i, int *j,
                  const char *k, float l, unsigned m, double n, _Bool o) {
  printf("%d %d %d %ld %lld %g %g %u %d %g %d %s %g %u %g %d\n", a, b, c, d, e, f, g, h, i.c, i.d, *j, k, l, m, n, o);
  *j += 1;
  return a + b + c + d + e + f + g + h + i.d + l + m + n + o;
}
int main(void) {
  int j = 9;
  struct s s = {8, 8.5};
  printf("%g %d\n", mix(1, 2, 3, 4, 5, 6.5f, 7.25, 255, s, &j, "k", 10.5f, 4000000000u, 12.125, 13), j == 9 || j == 10);
  printf("%d\n", j);
  printf("%g\n", mix(-1, -2, -3, -4, -5, -6, -7, -8, s, &j, "", -10, -11, -12, 0));
  return 0;
}
