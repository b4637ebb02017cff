// #if, #elif, #else, nested, with skipped nonsense.
#include <stdio.h>
#define VERSION 3
#define FEATURE
#define ZERO 0
int main(void) {
#if VERSION == 1
  puts("one");
#elif VERSION >= 2 && VERSION < 4
  puts("two or three");
#elif 1 / 0
  puts("not evaluated");
#else
  puts("more");
#endif
#ifdef FEATURE
# ifndef MISSING
  puts("feature, nothing missing");
# else
  puts("no");
# endif
#endif
#if 0
  this is not "C at all
# if 1
#  error never
# endif
  don't care
#else
  puts("else of 0");
#endif
#if MISSING
  puts("no");
#elif !ZERO
  puts("unknown names are 0");
#endif
#ifdef ZERO
  puts("defined though 0");
#endif
  return 0;
}
