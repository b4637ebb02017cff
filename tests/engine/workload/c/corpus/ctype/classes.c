// Every class of ctype.h for all characters and EOF.
#include <ctype.h>
#include <stdio.h>
int main(void) {
  for (int c = -1; c < 256; c++)
    printf("%d%d%d%d%d%d%d%d%d%d%d%d%s", !!isalpha(c), !!isdigit(c), !!isalnum(c), !!isspace(c), !!isupper(c), !!islower(c),
           !!ispunct(c), !!isprint(c), !!isgraph(c), !!iscntrl(c), !!isxdigit(c), !!isblank(c), c % 4 == 3 ? "\n" : " ");
  return 0;
}
