// What gcc only warns about: ints as pointers, mixed pointers, missing prototypes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static unsigned words[4] = {1, 2, 3, 4};
static int take(char *p) { return p[4]; }
int main(void) {
  unsigned *p = (void *)words;
  char *c = words;
  short *s = p + 1;
  printf("%d %d %d\n", *c, *s, take(p));
  int small = 0, *q = small;
  printf("%d %d\n", q == 0, q == small);
  long number = (long)p;
  unsigned *back = number;
  printf("%u %d\n", back[2], number == (long)back);
  const char *k = "const";
  char *lost = k;
  printf("%s %d\n", lost, undeclared(3));
  printf("%d\n", p > (unsigned *)0);
  return 0;
}
int undeclared(int v) { return v * 2; }
