// String literals are read-only.
#include <stdio.h>
int main(void) {
  char *volatile s = "read only";
  char copy[] = "copy";
  copy[0] = 'C';
  puts(copy);
  fflush(stdout);
  s[0] = 'R';
  puts(s);
  return 0;
}
