// Arrays and nested aggregates keep their element's alignment.
#include <stddef.h>
#include <stdio.h>
struct p { char c; short s; };
struct a { char c; struct p p[3]; int i; };
struct b { struct { char c; long l; } in; char t; };
struct c { char c; union { char x[3]; short s; } u; char d; };
struct d { char c[7]; struct { } empty; int i; };
struct e { char c; int v[0]; };
int main(void) {
  printf("%zu %zu %zu %zu %zu\n", sizeof(struct a), sizeof(struct b), sizeof(struct c), sizeof(struct d), sizeof(struct e));
  printf("%zu %zu %zu\n", offsetof(struct a, p), offsetof(struct a, p[2].s), offsetof(struct a, i));
  printf("%zu %zu\n", offsetof(struct b, t), offsetof(struct b, in.l));
  printf("%zu %zu %zu\n", offsetof(struct c, u), offsetof(struct c, d), offsetof(struct d, i));
  printf("%zu %zu\n", sizeof(struct { }), offsetof(struct e, v));
  return 0;
}
