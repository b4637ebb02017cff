// strlen, strcpy, strncpy, stpcpy and strnlen.
#include <stdio.h>
#include <string.h>
int main(void) {
  char a[16], b[8];
  memset(a, '#', sizeof a);
  printf("%zu %zu %zu\n", strlen(""), strlen("heap"), strlen("nul\0inside"));
  printf("%s %d\n", strcpy(a, "copied"), a[7] == '#');
  memset(b, '#', sizeof b);
  strncpy(b, "abc", 6);
  for (int i = 0; i < 8; i++) printf("%d ", b[i]);
  strncpy(b, "long string", 4);
  for (int i = 0; i < 8; i++) printf("%d ", b[i]);
  printf("%.4s\n", b);
  char *end = stpcpy(a, "one");
  strcpy(end, "two");
  printf("%s %td\n", a, end - a);
  printf("%zu %zu\n", strnlen("abcdef", 3), strnlen("ab", 10));
  strncpy(a, "", 3);
  printf("%d%d%d%c\n", a[0], a[1], a[2], a[3]);
  return 0;
}
