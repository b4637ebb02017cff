// Bytes above 127 and control characters pass unchanged.
#include <stdio.h>
#include <string.h>
int main(void) {
  const char *s = "gr\303\274n \343\201\204 \x01\x7f\xff|";
  printf("%s %zu\n", s, strlen(s));
  for (const char *p = s; *p; p++) printf("%02x ", *p & 0xff);
  printf("\n");
  puts("Größe ✓");
  fwrite("a\0b\n", 1, 4, stdout);
  putchar(0); putchar(255); putchar('\n');
  printf("%c%c%c\n", 0, 'x', 200);
  return 0;
}
