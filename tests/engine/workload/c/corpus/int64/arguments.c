// 64-bit arguments and results at every place of a call.
#include <stdio.h>
static long long pick(int n, long long a, char b, long long c, short d, unsigned long long e) {
  switch (n) { case 0: return a; case 1: return b; case 2: return c; case 3: return d; default: return e; }
}
static long long sum(long long *v, int n) { return n ? *v + sum(v + 1, n - 1) : 0; }
static struct pair { long long q, r; } divide(long long a, long long b) { return (struct pair){a / b, a % b}; }
static long long (*chosen)(int, long long, char, long long, short, unsigned long long) = pick;
int main(void) {
  for (int i = 0; i < 5; i++) printf("%lld ", chosen(i, 1LL << 40, -1, -(1LL << 50), -32768, ~0ull));
  long long v[4] = {1LL << 32, 1LL << 33, -1, 5};
  printf("%lld\n", sum(v, 4));
  struct pair p = divide(-1000000000007LL, 1000003);
  printf("%lld %lld %lld\n", p.q, p.r, divide(1LL << 60, 7).r);
  return 0;
}
