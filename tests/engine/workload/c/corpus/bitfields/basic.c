// Writing a bit-field keeps its neighbours.
#include <stdio.h>
#include <string.h>
struct flags { unsigned used : 1; unsigned prev : 1; unsigned arena : 1; unsigned size : 29; };
int main(void) {
  struct flags f;
  memset(&f, 0, sizeof f);
  f.size = 1000;
  f.used = 1;
  f.arena = 1;
  unsigned word;
  memcpy(&word, &f, sizeof word);
  printf("%zu %x %u %u %u %u\n", sizeof f, word, f.used, f.prev, f.arena, f.size);
  f.prev = 3;
  f.used = 2;
  f.size--;
  memcpy(&word, &f, sizeof word);
  printf("%x %u %u\n", word, f.used, f.prev);
  f.size += 0x1fffffff;
  printf("%u\n", f.size);
  return 0;
}
