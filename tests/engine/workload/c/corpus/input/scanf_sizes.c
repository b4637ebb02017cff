// Length modifiers of scanf store into objects of their size.
#include <stdio.h>
int main(void) {
  signed char c[3] = {1, 1, 1};
  short s[3] = {2, 2, 2};
  long l;
  long long w;
  size_t z;
  unsigned char u;
  int n = sscanf("-5 -600 7000000 8000000000000 99 250", "%hhd %hd %ld %lld %zu %hhu", &c[1], &s[1], &l, &w, &z, &u);
  printf("%d: %d %d %d, %d %d %d, %ld %lld %zu %d\n", n, c[0], c[1], c[2], s[0], s[1], s[2], l, w, z, u);
  n = sscanf("ffffffffffffffff 777", "%llx %ho", (unsigned long long *)&w, (unsigned short *)&s[0]);
  printf("%d: %lld %d\n", n, w, s[0]);
  return 0;
}
