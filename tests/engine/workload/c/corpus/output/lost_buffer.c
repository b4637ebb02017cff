// _exit drops what stdio has not written yet.
#include <stdio.h>
#include <unistd.h>
int main(void) {
  printf("flushed\n");
  fflush(stdout);
  printf("lost\n");
  _exit(4);
}
