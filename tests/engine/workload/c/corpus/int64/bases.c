// Printing and parsing 64-bit numbers in several bases by hand.
#include <stdio.h>
static char *text(unsigned long long v, unsigned base, char *out) {
  char *p = out + 70;
  *--p = 0;
  do *--p = "0123456789abcdefghijklmnopqrstuvwxyz"[v % base]; while (v /= base);
  return p;
}
static unsigned long long value(const char *s, unsigned base) {
  unsigned long long v = 0;
  for (; *s; s++) v = v * base + (*s <= '9' ? *s - '0' : *s - 'a' + 10);
  return v;
}
int main(void) {
  unsigned long long v[] = {0, 255, 18446744073709551615ull, 1ull << 63, 1234567890123456789ull};
  char b[70];
  for (int i = 0; i < 5; i++)
    for (unsigned base = 2; base <= 36; base += 7) { char *s = text(v[i], base, b); printf("%u:%s %d ", base, s, value(s, base) == v[i]); }
  printf("\n");
  return 0;
}
