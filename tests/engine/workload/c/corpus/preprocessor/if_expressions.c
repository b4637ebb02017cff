// Expressions of #if: all operators, in 64 bits.
#include <stdio.h>
#define T(n) printf("%d ", n)
#define SQUARE(x) ((x) * (x))
int main(void) {
#if (1 << 4 | 3) == 19 && 7 % 4 == 3
  T(1);
#endif
#if -1 > 0u
  T(2);
#endif
#if 0x7fffffff + 1 > 0
  T(3);
#endif
#if (2 > 1 ? 10 : 20) == 10
  T(4);
#endif
#if 'A' == 65 && '\n' == 10 && '\377' < 0
  T(5);
#endif
#if defined(T) && !defined T2 && defined SQUARE
  T(6);
#endif
#if SQUARE(3) != 9 || nothing
  T(60);
#else
  T(61);
#endif
#if ~0 == -1 && (5 & 6) == 4 && (5 ^ 6) == 3
  T(7);
#endif
#if 10 / 3 * 3 + 10 % 3 == 10 && -7 / 2 == -3
  T(8);
#endif
#if 1 || 1 / 0
  T(9);
#endif
#if (0xffffffffffffffff) == -1
  T(10);
#endif
#if 100000L * 100000LL == 10000000000 && 1ULL << 40 > 1000
  T(11);
#endif
#if true || int
  T(12);
#else
  T(13);
#endif
  printf("\n");
  return 0;
}
