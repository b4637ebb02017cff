// So is a remainder, also unsigned and of 64 bits.
#include <stdio.h>
int main(void) {
  volatile unsigned long long z = 1, v = 12345678901ull;
  printf("%llu\n", v % z);
  fflush(stdout);
  z--;
  printf("%llu\n", v % z);
  return 0;
}
