// typeof, statement expressions and other additions of gcc.
#include <stdio.h>
#define MAX(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
static int calls;
static int next(void) { return ++calls; }
int main(void) {
  int x = 5;
  typeof(x) y = 6;
  __typeof__(&x) p = &y;
  printf("%d %d\n", MAX(x, y), *p);
  int most = MAX(next(), 0);
  printf("%d %d\n", most, calls);
  int z = ({ int t = x * 2; t + 1; });
  printf("%d\n", z);
  _Static_assert(sizeof(int) == 4, "int has 4 bytes");
  printf("%s\n", _Generic(x, int: "int", double: "double", default: "other"));
  __extension__ long long w = 3;
  printf("%lld %d\n", w, __builtin_types_compatible_p(int, typeof(y)));
  return 0;
}
