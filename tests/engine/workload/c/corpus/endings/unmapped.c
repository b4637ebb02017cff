// A pointer made from a number leads nowhere.
#include <stdio.h>
int main(void) {
  int *volatile p = (int *)0x10;
  fprintf(stderr, "reading\n");
  return *p;
}
