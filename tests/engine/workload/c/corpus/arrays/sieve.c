// Primes below 200 and how many lie below 10000.
#include <stdio.h>
static char composite[10000];
int main(void) {
  int count = 0;
  for (int i = 2; i < 10000; i++) {
    if (composite[i]) continue;
    count++;
    if (i < 200) printf("%d ", i);
    for (int j = i * i; j < 10000; j += i) composite[j] = 1;
  }
  printf("\n%d\n", count);
  return 0;
}
