// A variable length array in a loop body lives for one round, also with goto and break.
#include <stdio.h>
static int depth(int n) {
  char pad[n * 10 + 1];
  pad[n * 10] = (char)n;
  if (n == 0) return 0;
  int below = depth(n - 1);
  return below + pad[n * 10];
}
int main(void) {
  long total = 0;
  for (int i = 1; i <= 2000; i++) {
    int v[i];
    v[i - 1] = i;
    if (i % 3 == 0) continue;
    total += v[i - 1];
    if (i == 1999) break;
  }
  printf("%ld %d\n", total, depth(40));
  int n = 5, (*p)[n] = 0;
  printf("%zu\n", sizeof *p / sizeof(int));
  int size = sizeof(int[n++]);
  printf("%d %d\n", size / (int)sizeof(int), n);
  return 0;
}
