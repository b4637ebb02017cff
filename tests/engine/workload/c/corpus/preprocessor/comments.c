// Comments in odd places; comment marks in strings.
#include <stdio.h> // after a directive
#define A 1 /* a comment
that spans lines */ + 2
/**/ #define B 3 // three
# /* between */ define C /* here */ 4
int main(/* nothing */ void) {
  printf("%d %d %d\n", A, B, C);
  puts("/* not a comment */ // nor this");
  int x = 10 /* / */ / 2; // /* open
  printf("%d %c\n", x, '/' /* '"' */);
  char q = '"'; /* " */ char r = '\''; // '
  printf("%c%c\n", q, r);
  int a = 6, *p = &a, y = 12 / *p;
  printf("%d\n", y); /***/ /*/ tricky /*/
  return 0; }
