// sprintf returns the length; numbers built in pieces.
#include <stdio.h>
#include <string.h>
int main(void) {
  char b[128], *p = b;
  for (int i = 0; i < 6; i++) p += sprintf(p, "%s%d", i ? ", " : "[", i * i);
  p += sprintf(p, "]");
  printf("%s %td %zu\n", b, p - b, strlen(b));
  int n = sprintf(b, "a%cb", 0);
  printf("%d %zu\n", n, strlen(b));
  printf("%d %d\n", sprintf(b, "%s", ""), b[0]);
  sprintf(b, "%08.3f|%-8s|%+d", 3.14159, "ab", 5);
  puts(b);
  return 0;
}
