// Nested loops and a record over Collatz sequences.
#include <stdio.h>
int main(void) {
  int best = 0;
  for (unsigned start = 1; start < 3000; start++) {
    unsigned long long v = start;
    int steps = 0;
    while (v != 1) {
      v = v % 2 ? 3 * v + 1 : v / 2;
      steps++;
    }
    if (steps > best) { best = steps; printf("%u %d\n", start, steps); }
  }
  return 0;
}
