// Every compound operator on 64-bit objects, in memory and through pointers.
#include <stdio.h>
static unsigned long long g = 0xFFFFFFFFull;
struct s { char c; long long v[2]; };
int main(void) {
  g++; printf("%llx\n", g);
  g--; printf("%llx\n", g);
  g <<= 33; printf("%llx\n", g);
  g >>= 5; printf("%llx\n", g);
  g %= 1000000007; printf("%llu\n", g);
  g *= g; printf("%llu\n", g);
  g /= 12345; printf("%llu\n", g);
  g ^= ~0ull; printf("%llu\n", g);
  g |= 1; g &= 0xF0F0F0F0F0F0F0F1; printf("%llx\n", g);
  struct s s = {1, {-1, 2}}, *p = &s;
  p->v[0]++; --p->v[0]; p->v[1] <<= 40; p->v[0] *= 3000000000LL;
  long long old = p->v[1]--;
  printf("%lld %lld %lld\n", p->v[0], p->v[1], old);
  long long *q = p->v;
  printf("%lld ", *q++);
  printf("%lld\n", *q);
  g += 0.5; printf("%llx\n", g >> 32);
  return 0;
}
