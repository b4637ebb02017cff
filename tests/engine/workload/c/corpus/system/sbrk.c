// sbrk moves the break and answers where it was; new bytes are zero.
#include <stdio.h>
#include <unistd.h>
int main(void) {
  setbuf(stdout, NULL);
  char *start = sbrk(0);
  char *a = sbrk(5000), *b = sbrk(100), *c = sbrk(0);
  printf("%d %td %td\n", a == start, b - a, c - b);
  int sum = 0;
  for (char *p = a; p < c; p++) sum += *p;
  printf("%d\n", sum);
  a[4999] = 1; b[99] = 2;
  printf("%d\n", sbrk(-100) == (void *)c);
  printf("%td\n", (char *)sbrk(0) - start);
  printf("%d\n", brk(start));
  printf("%d\n", sbrk(0) == (void *)start);
  return 0;
}
