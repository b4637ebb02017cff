// feof turns true only after a read has failed.
#include <stdio.h>
int main(void) {
  int c, v;
  printf("%d ", feof(stdin) != 0);
  c = getchar(); printf("%c %d ", c, feof(stdin) != 0);
  printf("%d ", scanf("%d", &v)); printf("%d %d ", v, feof(stdin) != 0);
  c = getchar(); printf("%d %d\n", c, feof(stdin) != 0);
  clearerr(stdin);
  printf("%d ", feof(stdin) != 0);
  printf("%d\n", fgetc(stdin));
  return 0;
}
