// A pushed back character comes first again.
#include <ctype.h>
#include <stdio.h>
static int number(void) {
  int c, v = 0;
  while (isdigit(c = getchar())) v = v * 10 + c - '0';
  ungetc(c, stdin);
  return v;
}
int main(void) {
  int c;
  while ((c = getchar()) != EOF) {
    if (isdigit(c)) { ungetc(c, stdin); printf("<%d>", number()); }
    else if (c == '\n') printf("|");
    else printf("%c", c);
  }
  printf("\n%d\n", feof(stdin) != 0);
  ungetc('Z', stdin);
  printf("%d ", feof(stdin) != 0);
  printf("%c\n", getchar());
  printf("%d\n", ungetc(EOF, stdin));
  return 0;
}
