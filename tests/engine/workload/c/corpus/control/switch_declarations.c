// Declarations and labels in odd places.
#include <stdio.h>
static int run(int v) {
  switch (v) {
      int shared;
    case 0: shared = 10; return shared;
    case 1: { int own = 11; return own; }
    case 2:
      if (v) {
        case 3: shared = v * 100; return shared;
      }
    default:;
  }
  return -1;
}
int main(void) {
  for (int i = 0; i < 5; i++) printf("%d ", run(i));
  int k = 0;
loop:
  for (int i = 0; i < 3; i++) {
    if (k == 5) goto out;
    k++;
    if (i == 1) goto loop;
  }
out:
  printf("%d\n", k);
  { goto skip; int x = 5; printf("%d", x); skip: printf("skipped\n"); }
  return 0;
}
