// Stringising macros, expressions, commas and comments.
#include <stdio.h>
#define STR(x) #x
#define XSTR(x) STR(x)
#define ALL(...) #__VA_ARGS__
#define VALUE (4 + 2)
#define NAME(n) value_##n
#define SHOW(e) printf("%s = %d\n", #e, e)
int main(void) {
  SHOW(1 + 2*3);
  SHOW(VALUE);
  SHOW((1, 5));
  puts(XSTR(VALUE));
  puts(XSTR(NAME(x)));
  puts(STR(NAME(x)));
  puts(ALL(a,b , c,   "d"));
  puts(STR(a/* comment */b));
  puts(STR(one
           two));
  puts(STR(@ ` # ## %));
  puts("[" STR() "]");
  puts(STR(<=>>=+++--->));
  puts(STR(.5e+3 0x1F 'c' L'x'));
  puts(XSTR(__LINE__));
  return 0;
}
