// Casts apply one after the other.
#include <stdio.h>
int main(void) {
  int v = -200;
  printf("%d %d\n", (int)(char)v, (int)(unsigned char)v);
  printf("%u %u\n", (unsigned)(short)v, (unsigned)(unsigned short)v);
  printf("%lld %lld\n", (long long)(unsigned)v, (long long)(int)(unsigned)v);
  printf("%d\n", (int)(float)16777217);
  printf("%d\n", (signed char)(unsigned char)(int)300.75);
  printf("%d\n", (unsigned char)-1 + (signed char)-1);
  printf("%d %d\n", (char)65 == 'A', (char)321 == 'A');
  printf("%g\n", (double)(int)7.9 / 2);
  printf("%g\n", (double)((int)7.9 / 2));
  (void)v;
  printf("%d\n", -(unsigned char)1);
  return 0;
}
