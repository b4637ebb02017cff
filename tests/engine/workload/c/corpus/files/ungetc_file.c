// ungetc and peeking on a file.
#include <stdio.h>
int main(void) {
  FILE *f = fopen("peek.txt", "w+");
  fputs("a1b22", f);
  rewind(f);
  int c, v;
  while ((c = fgetc(f)) != EOF) {
    if (c < '0' || c > '9') { printf("%c:", c); continue; }
    ungetc(c, f);
    fscanf(f, "%d", &v);
    printf("%d ", v);
  }
  printf("\n");
  fclose(f);
  remove("peek.txt");
  return 0;
}
