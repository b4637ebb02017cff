// Where gcc puts bit-fields of mixed types, seen through bytes.
#include <stdio.h>
#include <string.h>
struct a { unsigned char x : 4; unsigned char y : 5; unsigned char z : 3; };
struct b { int x : 5; char c; int y : 20; };
struct c { short x : 9; int y : 9; };
struct d { unsigned x : 30; unsigned y : 4; };
struct e { char c; unsigned x : 24; };
struct f { char c; unsigned x : 25; };
struct g { unsigned long long x : 33; unsigned y : 8; };
#define SHOW(type, ...)                                                        \
  do {                                                                         \
    struct type v;                                                             \
    unsigned char raw[sizeof v];                                               \
    memset(&v, 0, sizeof v);                                                   \
    __VA_ARGS__;                                                               \
    memcpy(raw, &v, sizeof v);                                                 \
    printf(#type " %zu:", sizeof v);                                           \
    for (unsigned i = 0; i < sizeof raw; i++) printf(" %02x", raw[i]);         \
    printf("\n");                                                              \
  } while (0)
int main(void) {
  SHOW(a, v.x = 15; v.y = 31; v.z = 5);
  SHOW(b, v.x = -1; v.c = 0x55; v.y = 0x7abcd);
  SHOW(c, v.x = 0xff; v.y = 0xaa);
  SHOW(d, v.x = 0x3fffffff; v.y = 9);
  SHOW(e, v.c = 1; v.x = 0xabcdef);
  SHOW(f, v.c = 1; v.x = 0xabcdef);
  SHOW(g, v.x = 0x1ffffffffULL; v.y = 0x77);
  return 0;
}
