// Sizes of structs with bit-fields, by type and order.
#include <stddef.h>
#include <stdio.h>
struct a { int x : 1; };
struct b { char x : 1; };
struct c { short x : 9; char y; };
struct d { char a; int x : 8; char b; };
struct e { char a; int x : 24; int y : 1; };
struct f { long x : 3; };
struct g { int x : 17; int y : 16; };
struct h { unsigned long long x : 40; int y : 20; int z : 10; };
struct i { char a, b, c; int x : 8; int y : 8; };
struct j { _Bool a : 1, b : 1; char c; short d : 4; };
struct k { int x : 3; int : 5; int y : 8; char c; };
struct l { int x : 3; int : 0; };
struct m { unsigned char a : 4, b : 4, c : 4; short s; };
#define SIZE(t) printf(#t " %zu %zu\n", sizeof(struct t), _Alignof(struct t))
int main(void) {
  SIZE(a); SIZE(b); SIZE(c); SIZE(d); SIZE(e); SIZE(f); SIZE(g); SIZE(h); SIZE(i); SIZE(j); SIZE(k); SIZE(l); SIZE(m);
  printf("%zu %zu %zu %zu\n", offsetof(struct c, y), offsetof(struct d, b), offsetof(struct k, c), offsetof(struct m, s));
  return 0;
}
