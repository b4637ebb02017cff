// Backslash newline joins lines anywhere, also in tokens and comments.
#include <stdio.h>
#define LONG_MACRO(a, \
                   b) \
  ((a) \
   + (b))
int ma\
in(void) {
  int va\
lue = 1\
2;
  // a comment that goes on \
  value = 99;
  printf("%d %d\n", LONG_MACRO(1, 2), value);
  puts("one \
string");
  val\
ue +\
= 3;
  printf("%d\n", value);
  /* block * / still \
  going */ printf("end\n");
#def\
ine SPLIT 5
  printf("%d\n", SPLIT);
  return 0;
}
