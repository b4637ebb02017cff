// rand gives glibc's sequence, by default that of seed 1.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  for (int i = 0; i < 8; i++) printf("%d ", rand());
  srand(1);
  printf("\n%d %d\n", rand(), RAND_MAX);
  unsigned seeds[] = {0, 42, 2026, 4294967295u, 123456789};
  for (int s = 0; s < 5; s++) {
    srand(seeds[s]);
    for (int i = 0; i < 6; i++) printf("%d ", rand());
    printf("\n");
  }
  srand(7);
  unsigned long long sum = 0;
  for (int i = 0; i < 5000; i++) sum = sum * 31 + (unsigned)rand();
  printf("%llu %d\n", sum, rand() % 100);
  return 0;
}
