// Field widths cut numbers and words.
#include <stdio.h>
int main(void) {
  int a, b, c, n;
  char w[8];
  n = sscanf("123456", "%2d%3d%d", &a, &b, &c); printf("%d: %d %d %d\n", n, a, b, c);
  n = sscanf("0x1234", "%4x%d", (unsigned *)&a, &b); printf("%d: %x %d\n", n, a, b);
  n = sscanf("abcdefgh", "%3s%n", w, &a); printf("%d: %s %d\n", n, w, a);
  n = sscanf("-12", "%1d", &a); printf("%d\n", n);
  n = sscanf("2026-11-21", "%4d-%2d-%2d", &a, &b, &c); printf("%d: %d %d %d\n", n, a, b, c);
  n = sscanf("10:20", "%d:%d:%d", &a, &b, &c); printf("%d: %d %d\n", n, a, b);
  n = sscanf("50%", "%d%%%n", &a, &b); printf("%d: %d %d\n", n, a, b);
  n = sscanf("", "%d", &a); printf("%d\n", n);
  n = sscanf("   ", "%s", w); printf("%d\n", n);
  n = sscanf("x", "%d", &a); printf("%d\n", n);
  n = sscanf("1 2", "%*d %d", &a); printf("%d: %d\n", n, a);
  n = sscanf("7,8", "%d , %d", &a, &b); printf("%d: %d %d\n", n, a, b);
  return 0;
}
