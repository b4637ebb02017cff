// strcmp, strncmp, memcmp and strcasecmp: only the sign of the answer is used.
#include <stdio.h>
#include <string.h>
#include <strings.h>
static int sign(int v) { return (v > 0) - (v < 0); }
int main(void) {
  const char *w[] = {"", "a", "ab", "abc", "b", "B", "\x80", "~"};
  for (int i = 0; i < 8; i++) {
    for (int j = 0; j < 8; j++) printf("%2d%2d%2d ", sign(strcmp(w[i], w[j])), sign(strncmp(w[i], w[j], 1)), sign(strcasecmp(w[i], w[j])));
    printf("\n");
  }
  printf("%d %d %d\n", strncmp("abc", "abd", 2), strncmp("x", "y", 0), strncmp("ab", "ab", 100));
  printf("%d %d %d\n", sign(memcmp("a\0b", "a\0c", 3)), memcmp("same", "same", 4), memcmp("x", "y", 0));
  printf("%d %d\n", sign(memcmp("\xff", "\x01", 1)), sign(strncasecmp("HEAP", "heal", 3)));
  return 0;
}
