// inline and static inline functions are simply functions.
#include <stdio.h>
static inline int square(int v) { return v * v; }
inline static unsigned max(unsigned a, unsigned b) { return a > b ? a : b; }
extern inline int cube(int v);
inline int cube(int v) { return v * square(v); }
static __inline__ int four(void) { return 4; }
static int __attribute__((noinline, unused)) plain(int v) { return v + 1; }
static __attribute__((always_inline)) inline int forced(int v) { return v - 1; }
int main(void) {
  printf("%d %u %d %d\n", square(-9), max(3, 7), cube(3), four());
  int (*f)(int) = square;
  printf("%d %d %d\n", f(12), plain(1), forced(1));
  return 0;
}
