// More output than one stdio buffer.
#include <stdio.h>
int main(void) {
  long total = 0;
  for (int i = 0; i < 700; i++) total += printf("line %d of many: %08x %s\n", i, i * 2654435761u, i % 2 ? "odd" : "even");
  printf("%ld\n", total);
  return 0;
}
