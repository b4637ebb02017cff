// Recursion without an end reaches the guard page.
#include <stdio.h>
static int endless(volatile int n) {
  volatile char pad[4096];
  pad[n % 4096] = 1;
  return endless(n + 1) + pad[0];
}
int main(void) {
  fprintf(stderr, "down\n");
  return endless(0);
}
