// Sets of bits in an array of words.
#include <limits.h>
#include <stdio.h>
#include <string.h>
#define BITS (sizeof(unsigned long) * CHAR_BIT)
#define WORDS(n) (((n) + BITS - 1) / BITS)
typedef struct { unsigned long w[WORDS(200)]; } set;
static void put(set *s, unsigned i) { s->w[i / BITS] |= 1UL << i % BITS; }
static void cut(set *s, unsigned i) { s->w[i / BITS] &= ~(1UL << i % BITS); }
static int has(const set *s, unsigned i) { return s->w[i / BITS] >> i % BITS & 1; }
static int count(set s) { int n = 0; for (unsigned i = 0; i < WORDS(200); i++) for (; s.w[i]; s.w[i] &= s.w[i] - 1) n++; return n; }
int main(void) {
  set a, b;
  memset(&a, 0, sizeof a);
  b = a;
  for (unsigned i = 0; i < 200; i += 7) put(&a, i);
  for (unsigned i = 0; i < 200; i += 5) put(&b, i);
  cut(&a, 63); cut(&a, 140);
  printf("%d %d\n", count(a), count(b));
  for (unsigned i = 0; i < WORDS(200); i++) a.w[i] &= b.w[i];
  for (unsigned i = 0; i < 200; i++) if (has(&a, i)) printf("%u ", i);
  printf("%zu\n", sizeof(set));
  return 0;
}
