// Sizes, alignments and offsets of structs with padding.
#include <stddef.h>
#include <stdio.h>
struct a { char c; int i; };
struct b { char c; short s; int i; char d; };
struct c { char c; long l; char d; };
struct d { char c; long long q; };
struct e { char c; double d; short s; };
struct f { char c; void *p; char d; void *q; };
struct g { char a[3]; short s; char b[5]; };
struct h { struct a a; char c; struct a b; };
struct i { char c; struct e e; };
struct j { float f; char c; double d; };
#define SIZE(t) printf(#t " %zu %zu\n", sizeof(struct t), _Alignof(struct t))
#define AT(t, m) printf(#t "." #m " %zu\n", offsetof(struct t, m))
int main(void) {
  SIZE(a); SIZE(b); SIZE(c); SIZE(d); SIZE(e); SIZE(f); SIZE(g); SIZE(h); SIZE(i); SIZE(j);
  AT(a, i); AT(b, s); AT(b, i); AT(b, d); AT(c, l); AT(c, d); AT(d, q); AT(e, d); AT(e, s);
  AT(f, p); AT(f, d); AT(f, q); AT(g, s); AT(g, b); AT(h, c); AT(h, b); AT(i, e); AT(i, e.d); AT(j, d);
  return 0;
}
