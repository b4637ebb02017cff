// random, srandom and rand_r.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  srandom(99);
  for (int i = 0; i < 5; i++) printf("%ld ", random());
  srand(99);
  printf("\n%d\n", rand());
  unsigned state = 5;
  for (int i = 0; i < 5; i++) printf("%d ", rand_r(&state));
  printf("%u\n", state);
  return 0;
}
