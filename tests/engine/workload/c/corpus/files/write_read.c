// A file written, closed, opened and read back by lines.
#include <stdio.h>
#include <string.h>
int main(void) {
  FILE *f = fopen("toy.txt", "w");
  if (!f) return 1;
  fprintf(f, "line %d\nline %s\n", 1, "two");
  fputs("third\n", f);
  fputc('4', f); putc('\n', f);
  printf("%d\n", fclose(f));
  f = fopen("toy.txt", "r");
  char b[32];
  int n = 0;
  while (fgets(b, sizeof b, f)) printf("%d %zu %s", ++n, strlen(b), b);
  printf("%d\n", feof(f) != 0);
  fclose(f);
  printf("%d\n", remove("toy.txt"));
  printf("%d\n", fopen("toy.txt", "r") == NULL);
  return 0;
}
