// memcpy, memmove with overlap, memset, and their results.
#include <stdio.h>
#include <string.h>
int main(void) {
  char a[16] = "0123456789", b[16];
  printf("%d %s\n", memcpy(b, a, 11) == b, b);
  memmove(a + 2, a, 6); printf("%s\n", a);
  memmove(b, b + 3, 8); printf("%s\n", b);
  memmove(b, b, 5); printf("%s\n", b);
  memset(b, 'A' + 256, 4); printf("%s\n", b);
  memset(b, -1, 2); printf("%d %d\n", b[0], (unsigned char)b[1]);
  memcpy(b, "zz", 0); printf("%d\n", b[0]);
  int v[4];
  memset(v, 0xff, sizeof v); printf("%d %d\n", v[0], v[3]);
  memset(v, 0, 2 * sizeof *v); printf("%d %d\n", v[1], v[2]);
  long long w;
  memset(&w, 'A', sizeof w); printf("%llx\n", w);
  char *end = mempcpy(a, "xyz", 3); printf("%td\n", end - a);
  bzero(a, 4); printf("%d %c\n", a[3], a[4]);
  return 0;
}
