// Arguments of a variadic call are promoted.
#include <stdarg.h>
#include <stdio.h>
static void show(const char *kinds, ...) {
  va_list list;
  va_start(list, kinds);
  for (; *kinds; kinds++) {
    if (*kinds == 'i') printf("%d ", va_arg(list, int));
    else if (*kinds == 'u') printf("%u ", va_arg(list, unsigned));
    else if (*kinds == 'd') printf("%g ", va_arg(list, double));
    else if (*kinds == 'l') printf("%lld ", va_arg(list, long long));
    else printf("%s ", va_arg(list, const char *));
  }
  va_end(list);
  printf("\n");
}
int main(void) {
  char c = -5;
  unsigned char u = 250;
  short s = -300;
  float f = 1.25f;
  _Bool b = 4;
  struct { unsigned w : 5; } bit = {31};
  show("iiidi", c, u, s, f, b);
  show("uulds", bit.w, u, 1LL << 40, 2.5, "end");
  show("");
  return 0;
}
