// scanf of integers in several bases, with its count.
#include <stdio.h>
int main(void) {
  int a, b, n;
  unsigned u;
  long l;
  n = scanf("%d %d", &a, &b); printf("%d: %d %d\n", n, a, b);
  n = scanf("%x%o", &u, &a); printf("%d: %x %o\n", n, u, a);
  n = scanf("%i %i %i", &a, &b, &n); printf("%d %d\n", a, b);
  n = scanf("%ld,%u", &l, &u); printf("%d: %ld %u\n", n, l, u);
  a = -7;
  n = scanf("%d", &a); printf("%d: %d\n", n, a);
  char word[16];
  n = scanf("%15s", word); printf("%d: %s\n", n, word);
  n = scanf("%d", &a); printf("%d\n", n);
  return 0;
}
