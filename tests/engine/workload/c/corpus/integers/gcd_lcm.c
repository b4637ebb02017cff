// Euclid's algorithm and a table of powers modulo a prime.
#include <stdio.h>
static unsigned gcd(unsigned a, unsigned b) { return b ? gcd(b, a % b) : a; }
static unsigned long long power(unsigned long long base, unsigned exponent, unsigned long long mod) {
  unsigned long long result = 1;
  for (base %= mod; exponent; exponent >>= 1, base = base * base % mod)
    if (exponent & 1) result = result * base % mod;
  return result;
}
int main(void) {
  for (unsigned a = 12; a < 100; a += 17)
    for (unsigned b = 18; b < 100; b += 21) printf("%u %u: %u %u\n", a, b, gcd(a, b), a / gcd(a, b) * b);
  for (unsigned e = 0; e < 40; e += 3) printf("%llu\n", power(7, e, 1000000007));
  return 0;
}
