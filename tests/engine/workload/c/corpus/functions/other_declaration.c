// A function declared with narrower parameters than it is defined with, as course handouts do, and without any
#include <stdio.h>

void *grow(int size);
long twice();

static long used(unsigned size) { return (char *)grow(size) - (char *)grow(0); }

int main(void) {
  unsigned whole = 100, part = 40;
  grow(24);
  printf("%ld\n", used(whole - part) + 60);
  printf("%ld\n", used((1u << 14) - (1u << 12)) + 12288);
  unsigned char small = 200;
  printf("%ld\n", used(small) + 200);
  int count = 21;
  printf("%ld\n", twice(count));
  return 0;
}
