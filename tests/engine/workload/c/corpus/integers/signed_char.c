// Plain char is signed: high bytes are negative.
#include <stdio.h>
int main(void) {
  char c = 200;
  unsigned char u = 200;
  signed char s = 200;
  printf("%d %d %d\n", c, u, s);
  printf("%d %d %d\n", c == u, c == s, c == (char)u);
  printf("%x %x\n", c, u);
  const char *text = "\xc3\xa9";
  int sum = 0;
  for (const char *p = text; *p; p++) sum += *p;
  printf("%d\n", sum);
  for (const unsigned char *p = (const unsigned char *)text; *p; p++) sum += *p;
  printf("%d\n", sum);
  char wrap = 127;
  wrap++;
  printf("%d\n", wrap);
  u = 255; u++;
  printf("%d\n", u);
  return 0;
}
