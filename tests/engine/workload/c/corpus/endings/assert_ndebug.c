// With NDEBUG assertions vanish.
#define NDEBUG
#include <assert.h>
#include <stdio.h>
int main(void) {
  int n = 0;
  assert(++n == 7);
  printf("%d\n", n);
#undef NDEBUG
#include <assert.h>
  assert(n == 0);
  fflush(stdout);
  assert(n == 1);
  return 0;
}
