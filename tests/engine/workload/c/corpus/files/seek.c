// fseek and ftell from the start, the place and the end.
#include <stdio.h>
int main(void) {
  FILE *f = fopen("seek.txt", "w+");
  fputs("0123456789", f);
  printf("%ld\n", ftell(f));
  fseek(f, 3, SEEK_SET); printf("%c", fgetc(f)); printf("%ld ", ftell(f));
  fseek(f, 2, SEEK_CUR); printf("%c", fgetc(f)); printf("%ld ", ftell(f));
  fseek(f, -1, SEEK_END); printf("%c", fgetc(f)); printf("%ld ", ftell(f));
  printf("%d %d\n", fgetc(f), feof(f) != 0);
  fseek(f, 4, SEEK_SET);
  printf("%d ", feof(f) != 0);
  fputs("XY", f);
  rewind(f);
  char b[16];
  printf("%s ", fgets(b, sizeof b, f));
  printf("%d\n", fseek(f, -1, SEEK_SET));
  fseek(f, 12, SEEK_SET); fputc('!', f);
  fseek(f, 0, SEEK_END); printf("%ld ", ftell(f));
  fseek(f, 10, SEEK_SET);
  int a = fgetc(f), c = fgetc(f), d = fgetc(f);
  printf("%d %d %c\n", a, c, d);
  fclose(f);
  remove("seek.txt");
  return 0;
}
