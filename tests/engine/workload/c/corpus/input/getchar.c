// Copying and counting characters until the end.
#include <ctype.h>
#include <stdio.h>
int main(void) {
  int c, lines = 0, words = 0, chars = 0, inside = 0;
  while ((c = getchar()) != EOF) {
    chars++;
    if (c == '\n') lines++;
    if (isspace(c)) inside = 0;
    else if (!inside) { inside = 1; words++; }
    putchar(toupper(c));
  }
  printf("%d %d %d %d\n", lines, words, chars, getchar());
  return 0;
}
