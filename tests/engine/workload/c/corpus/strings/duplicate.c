// strdup and strndup give fresh copies.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
  const char *s = "duplicate me";
  char *a = strdup(s), *b = strndup(s, 3), *c = strndup(s, 100), *d = strdup("");
  a[0] = 'D';
  printf("%s %s %s [%s] %s\n", a, b, c, d, s);
  printf("%d %d\n", a != s, strcmp(c, s));
  free(a); free(b); free(c); free(d);
  return 0;
}
