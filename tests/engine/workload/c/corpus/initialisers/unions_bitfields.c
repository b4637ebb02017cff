// Initialising unions by member, bit-fields, and arrays of both.
#include <stdio.h>
union u { char c; int i; struct { short a, b; } s; };
struct bits { unsigned a : 3; int b : 5; unsigned : 4; unsigned c : 6; };
static union u g[] = {{'x'}, {.i = 0x10002}, {.s = {.b = 1}}, {.s.a = 5}};
static struct bits fields[2] = {{1, -2, 3}, {.c = 63, .a = 9}};
int main(void) {
  for (int i = 0; i < 4; i++) printf("%x ", g[i].i);
  for (int i = 0; i < 2; i++) printf("%u %d %u ", fields[i].a, fields[i].b, fields[i].c);
  int k = 7;
  union u l = {.s = {k, k + 1}};
  struct bits m = {k, k, k};
  printf("%d %u %d %u\n", l.i, m.a, m.b, m.c);
  return 0;
}
