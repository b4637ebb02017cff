// The value of a bit-field keeps its width behind a comma and in a statement expression: an int holds it; a cast and ?: widen it.
#include <stdio.h>

struct fields {
  unsigned long b : 8;
  unsigned long long c : 8;
  unsigned int d : 8;
  unsigned char e : 4;
  unsigned long f : 20;
};

int main(void) {
  struct fields x = {250, 250, 250, 10, 250};
  printf("%d %d %d\n", (int)((0, x.b) % -8), (int)((0, x.c) % -8), (int)((0, x.d) % -8));
  printf("%d %d\n", (int)((0, x.e) % -8), (int)((0, x.f) % -8));
  printf("%d\n", (int)(({ x.b; }) % -8));
  printf("%d\n", ((0, x.c) - 251) < 0);
  printf("%lld %d\n", (long long)(x.c *= 1), 7);
  x.c = 3;
  printf("%lld %d\n", (1 ? x.c += 252 : -1LL), (1 ? x.c : -1LL) - 256 < 0U);
  return 0;
}
