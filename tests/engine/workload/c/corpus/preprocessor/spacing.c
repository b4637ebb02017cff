// Tokens that must not run together after expansion.
#include <stdio.h>
#define MINUS -
#define NEG(x) -x
#define PLUS +
#define EMPTY
#define INC(x) x+
#define STR(...) #__VA_ARGS__
#define XSTR(...) STR(__VA_ARGS__)
int main(void) {
  int a = 5;
  printf("%d %d\n", - MINUS a, MINUS MINUS a);
  printf("%d %d\n", NEG(-a), -NEG(-a));
  printf("%d\n", INC(a)+ 1);
  printf("%d\n", a PLUS+ a);
  puts(XSTR(EMPTY a EMPTY b));
  puts(XSTR(NEG(NEG(1))));
  int b = 2;
  printf("%d\n", a+++b);
  return a - 6;
}
