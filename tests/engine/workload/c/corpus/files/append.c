// Modes: append, truncate, read and write.
#include <stdio.h>
static void show(void) {
  FILE *f = fopen("modes.txt", "r");
  int c;
  printf("[");
  while ((c = fgetc(f)) != EOF) putchar(c);
  printf("]\n");
  fclose(f);
}
static void put(const char *mode, const char *text) { FILE *f = fopen("modes.txt", mode); fputs(text, f); fclose(f); }
int main(void) {
  put("w", "first"); show();
  put("a", "+more"); show();
  put("r+", "FI"); show();
  put("w", "new"); show();
  put("a+", "!"); show();
  FILE *f = fopen("modes.txt", "r");
  printf("%d ", fputc('x', f)); printf("%d\n", ferror(f) != 0);
  fclose(f);
  f = fopen("modes.txt", "w");
  printf("%d ", fgetc(f)); printf("%d %d\n", ferror(f) != 0, feof(f));
  fclose(f);
  show();
  remove("modes.txt");
  return 0;
}
