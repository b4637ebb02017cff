// A signed bit-field has a sign bit; a value too large wraps.
#include <stdio.h>
struct s { int a : 3; signed b : 1; int c : 12; long long d : 40; };
int main(void) {
  struct s v = {0};
  for (int i = -5; i <= 8; i++) {
    v.a = i; v.b = i; v.c = i * 1000; v.d = i * 200000000000LL;
    printf("%d: %d %d %d %lld\n", i, v.a, v.b, v.c, (long long)v.d);
  }
  printf("%d %d\n", v.a = 5, (v.c = 4095) == -1);
  return 0;
}
