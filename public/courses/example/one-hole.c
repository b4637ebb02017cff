#include <stdlib.h>

int main(void) {
  char *a = malloc(24);
  char *b = malloc(24);
  char *c = malloc(24);
  free(b);
  char *d = malloc(24);
}
