// Calling a null function pointer.
#include <stdio.h>
int main(void) {
  int (*volatile f)(void) = NULL;
  fprintf(stderr, "calling\n");
  return f();
}
