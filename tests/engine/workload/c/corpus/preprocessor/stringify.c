// The # operator: spaces, quotes, backslashes and unexpanded arguments.
#include <stdio.h>
#define STR(x) #x
#define XSTR(x) STR(x)
#define ALL(...) #__VA_ARGS__
#define VALUE 42
#define SHOW(e) printf("%s = %d\n", #e, e)
int main(void) {
  puts(STR(hello));
  puts(STR(  a   +   b  ));
  puts(STR("quoted \n \"in\""));
  puts(STR('\\' '"' '\''));
  puts(STR(VALUE));
  puts(XSTR(VALUE));
  puts(&STR(abc)[1]);
  puts(ALL(a, b));
  SHOW(VALUE / 5);
  return 0;
}
