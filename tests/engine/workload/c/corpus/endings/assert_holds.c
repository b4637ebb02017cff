// Assertions that hold are silent and evaluate once.
#include <assert.h>
#include <stdio.h>
int main(void) {
  int n = 0;
  assert(++n == 1);
  assert(n);
  assert("text");
  assert((n, 1));
  if (n) assert(1); else printf("no\n");
  static_assert(sizeof(char) == 1, "bytes");
  printf("%d\n", n);
  return 0;
}
