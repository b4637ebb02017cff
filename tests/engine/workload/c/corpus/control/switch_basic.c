// Falling through, default in the middle, and cases without code.
#include <stdio.h>
static int weigh(int v) {
  int w = 0;
  switch (v) {
    case 1: w += 1;
    case 2: w += 10; break;
    default: w += 1000;
    case 3: w += 100; break;
    case -1:
    case 'a': w = -1;
  }
  return w;
}
int main(void) {
  for (int v = -2; v < 6; v++) printf("%d ", weigh(v));
  printf("%d\n", weigh(97));
  switch (5) { }
  switch (5) { case 4: printf("no\n"); }
  switch (3) case 3: printf("no braces\n");
  long long big = 0x100000001LL;
  switch (big) {
    case 1: printf("cut\n"); break;
    case 0x100000001LL: printf("whole\n");
  }
  unsigned char c = 255;
  switch (c) { case 255: printf("255\n"); break; case -1: printf("-1\n"); }
  return 0;
}
