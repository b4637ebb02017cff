// Two files at once: one copied to the other in upper case.
#include <ctype.h>
#include <stdio.h>
int main(void) {
  FILE *a = fopen("from.txt", "w"), *b;
  fputs("copy me\nand me\n", a);
  fclose(a);
  a = fopen("from.txt", "r");
  b = fopen("to.txt", "w");
  int c, count = 0;
  while ((c = getc(a)) != EOF) { putc(toupper(c), b); count++; }
  fclose(a);
  fclose(b);
  b = fopen("to.txt", "r");
  char line[20];
  while (fgets(line, sizeof line, b)) fputs(line, stdout);
  fclose(b);
  printf("%d\n", count);
  printf("%d ", rename("to.txt", "renamed.txt"));
  printf("%d\n", remove("from.txt"));
  printf("%d ", remove("to.txt"));
  printf("%d\n", remove("renamed.txt"));
  return 0;
}
