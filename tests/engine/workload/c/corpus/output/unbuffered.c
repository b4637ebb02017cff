// With setbuf(stdout, NULL) all output comes before a crash.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  setbuf(stdout, NULL);
  printf("seen ");
  putchar('x');
  fputs(" too", stdout);
  abort();
}
