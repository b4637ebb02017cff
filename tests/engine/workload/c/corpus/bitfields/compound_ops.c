// Every assignment operator on bit-fields, through pointers too.
#include <stdio.h>
struct s { unsigned a : 5; int b : 6; unsigned c : 17; };
int main(void) {
  struct s v = {10, -20, 70000}, *p = &v;
  p->a += 30; p->b -= 20; p->c *= 3;
  printf("%u %d %u\n", v.a, v.b, v.c);
  p->a <<= 2; p->b >>= 1; p->c /= 7;
  printf("%u %d %u\n", v.a, v.b, v.c);
  p->a |= 1; p->b ^= 0x15; p->c &= 0xff;
  printf("%u %d %u\n", v.a, v.b, v.c);
  p->c %= 10;
  unsigned before = p->c++;
  printf("%u %u\n", before, p->c);
  printf("%u\n", (p->a = 33) + 1);
  struct s copy = v;
  copy.a++;
  printf("%u %u\n", v.a, copy.a);
  return 0;
}
