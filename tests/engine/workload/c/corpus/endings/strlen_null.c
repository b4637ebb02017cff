// A library function reads through the null pointer it was given.
#include <stdio.h>
#include <string.h>
int main(void) {
  char *volatile s = NULL;
  fprintf(stderr, "measuring\n");
  printf("%zu\n", strlen(s));
  return 0;
}
