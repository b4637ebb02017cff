// Builtins that only advise.
#include <stdio.h>
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
static int __attribute__((const)) twice(int v) { return 2 * v; }
static int kind(int v) {
  switch (v & 1) { case 0: return 10; case 1: return 11; }
  __builtin_unreachable();
}
static void __attribute__((noreturn)) stop(int code) { printf("stop\n"); __builtin_exit(code); }
int main(void) {
  int v[4] = {1, 2, 3, 4};
  __builtin_prefetch(v);
  if (likely(v[0])) printf("likely ");
  if (unlikely(v[1] == 3)) printf("never ");
  printf("%d %d %d\n", twice(4), kind(6), kind(7));
  printf("%d %d\n", __builtin_abs(-4), __builtin_choose_expr(1, 5, "no"));
  printf("%g %d\n", __builtin_fabs(-1.5), __builtin_isnan(__builtin_nan("")) != 0);
  printf("%d\n", __builtin_inf() > 1e308);
  stop(6);
}
