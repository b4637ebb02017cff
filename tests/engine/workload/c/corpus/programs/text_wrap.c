// Wraps the input's words into lines of 30 and justifies them.
#include <stdio.h>
#include <string.h>
static char words[20][32];
static int n, width;
static void flush(int last) {
  int gaps = n - 1, spaces = 30 - width;
  for (int i = 0; i < n; i++) {
    printf("%s", words[i]);
    if (i < gaps) {
      int extra = last ? 1 : spaces / (gaps - i) + (spaces % (gaps - i) > 0);
      printf("%*s", extra, "");
      spaces -= extra;
    }
  }
  printf("|\n");
  n = width = 0;
}
int main(void) {
  char w[32];
  while (scanf("%31s", w) == 1) {
    if (width + (int)strlen(w) + n > 30) flush(0);
    width += (int)strlen(w);
    strcpy(words[n++], w);
  }
  if (n) flush(1);
  return 0;
}
