// A failed assertion tells its text, function and line.
#include <assert.h>
#include <stdio.h>
static int check(int n) {
  assert(n < 3 && "n is small");
  return n;
}
int main(void) {
  for (int i = 0; i < 5; i++) { printf("%d\n", check(i)); fflush(stdout); }
  return 0;
}
