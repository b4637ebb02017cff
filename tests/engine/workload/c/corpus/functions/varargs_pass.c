// A va_list handed to another function, with many mixed arguments.
#include <stdarg.h>
#include <stdio.h>
static long long take(va_list l, char kind) {
  switch (kind) {
    case 'i': return va_arg(l, int);
    case 'l': return va_arg(l, long long);
    case 'd': return (long long)(va_arg(l, double) * 10);
    default: return *va_arg(l, char *);
  }
}
static void last(const char *kinds, ...) {
  va_list l;
  va_start(l, kinds);
  for (const char *k = kinds; *k; k++) {
    if (!k[1]) { printf("%c %lld\n", *k, take(l, *k)); break; }
    if (*k == 'i') (void)va_arg(l, int);
    else if (*k == 'l') (void)va_arg(l, long long);
    else if (*k == 'd') (void)va_arg(l, double);
    else (void)va_arg(l, char *);
  }
  va_end(l);
}
int main(void) {
  last("i", 5);
  last("il", 5, 1LL << 50);
  last("idi", 1, 2.0, 3);
  last("ididididididididididd", 1, .1, 2, .2, 3, .3, 4, .4, 5, .5, 6, .6, 7, .7, 8, .8, 9, .9, 10, 1.0, 12.5);
  last("llllllls", 1LL, 2LL, 3LL, 4LL, 5LL, 6LL, 7LL, "x");
  return 0;
}
