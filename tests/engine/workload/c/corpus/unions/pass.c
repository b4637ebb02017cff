// Unions passed, returned, kept in arrays and pointed at.
#include <stdio.h>
union number { int i; unsigned u; float f; };
static union number make(int i) { union number n; n.i = i; return n; }
static unsigned bits(union number n) { return n.u; }
static void negate(union number *n) { n->u ^= 0x80000000u; }
int main(void) {
  printf("%u %d\n", bits(make(-1)), make(-5).i);
  union number n = {.f = 2.0f};
  negate(&n);
  printf("%.1f %x\n", n.f, bits(n));
  union number list[3] = {{1}, {.f = 1.0f}, {.u = 3}};
  for (int i = 0; i < 3; i++) printf("%x ", list[i].u);
  printf("\n");
  union number *p = list + 1;
  p->i += 1;
  printf("%x\n", list[1].i);
  list[0] = list[2];
  printf("%d\n", list[0].i);
  return 0;
}
