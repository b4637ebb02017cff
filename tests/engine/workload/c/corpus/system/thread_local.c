// __thread variables are ordinary statics with one thread.
#include <stdio.h>
static __thread int calls;
__thread int shared = 7;
static int count(void) { static __thread int n = 100; calls++; return n++; }
int main(void) {
  count(); count();
  shared += calls;
  printf("%d %d %d\n", count(), calls == 2 || calls == 3, shared);
  return 0;
}
