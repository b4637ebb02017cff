// Object-like macros, redefinition and #undef.
#include <stdio.h>
#define ONE 1
#define TWO (ONE + ONE)
#define BARE 2 + 3
#define EMPTY
#define GREETING "hello " "world"
#define TYPE unsigned long
#define BEGIN {
#define END }
int main(void) BEGIN
  printf("%d %d %d\n", TWO, BARE * 2, TWO * 2);
  EMPTY printf EMPTY ("%s\n", GREETING);
  TYPE v = ONE;
#undef ONE
#define ONE 10
  printf("%lu %d %d\n", v, TWO, ONE);
#undef NOT_DEFINED
#define ONE 10
#undef ONE
  int ONE = 3;
  printf("%d\n", ONE);
  return 0;
END
