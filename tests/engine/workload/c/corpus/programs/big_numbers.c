// Factorials and powers with digits in an array.
#include <stdio.h>
#include <string.h>
typedef struct { int n; unsigned char d[200]; } big;
static void times(big *b, unsigned by) {
  unsigned carry = 0;
  for (int i = 0; i < b->n; i++) { carry += b->d[i] * by; b->d[i] = carry % 10; carry /= 10; }
  for (; carry; carry /= 10) b->d[b->n++] = carry % 10;
}
static void add(big *b, const big *c) {
  int carry = 0;
  for (int i = 0; i < c->n || carry; i++) {
    if (i == b->n) b->d[b->n++] = 0;
    carry += b->d[i] + (i < c->n ? c->d[i] : 0);
    b->d[i] = carry % 10;
    carry /= 10;
  }
}
static void show(const char *name, big b) { printf("%s ", name); while (b.n) putchar('0' + b.d[--b.n]); putchar('\n'); }
int main(void) {
  big f = {1, {1}}, a = {1, {0}}, b = {1, {1}};
  for (int i = 2; i <= 60; i++) { times(&f, i); if (i % 20 == 0) show("factorial", f); }
  for (int i = 0; i < 150; i++) { big t = b; add(&b, &a); a = t; }
  show("fibonacci", b);
  return 0;
}
