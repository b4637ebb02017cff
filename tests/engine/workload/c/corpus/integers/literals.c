// The type of a literal follows its base, suffix and value.
#include <stdio.h>
int main(void) {
  printf("%zu %zu %zu %zu\n", sizeof 1, sizeof 1u, sizeof 1L, sizeof 1LL);
  printf("%zu %zu %zu\n", sizeof 2147483647, sizeof 2147483648, sizeof 4294967296);
  printf("%zu %zu %zu\n", sizeof 0x7fffffff, sizeof 0xffffffff, sizeof 0x100000000);
  printf("%d %d\n", -1 < 0xffffffff, -1 < 4294967295);
  printf("%d %d %d %d\n", 017, 0x1F, 0b1011, 0B1);
  printf("%lu %llu %lld %u\n", 10ul, 10uLL, 10ll, 0xFFu);
  printf("%d %d\n", -2147483648 < 0, 2147483648u > 0);
  printf("%zu %zu\n", sizeof 'a', sizeof "abc");
  return 0;
}
