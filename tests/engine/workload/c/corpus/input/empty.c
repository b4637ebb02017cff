// Every reader at the end of an empty input.
#include <stdio.h>
int main(void) {
  char b[4] = "abc";
  int v = 5;
  printf("%d ", getchar());
  printf("%d\n", scanf("%d", &v));
  char *line = fgets(b, 4, stdin);
  printf("%d %s %d\n", line == NULL, b, v);
  printf("%zu ", fread(b, 1, 4, stdin));
  printf("%d\n", getc(stdin));
  clearerr(stdin);
  printf("%d\n", feof(stdin));
  return 0;
}
