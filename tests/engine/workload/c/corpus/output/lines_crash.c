// A pipe is fully buffered: a crash loses the lines.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  printf("never seen\n");
  fprintf(stderr, "seen\n");
  abort();
}
