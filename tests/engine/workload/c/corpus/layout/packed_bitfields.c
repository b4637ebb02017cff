// Bit-fields of a packed struct may cross their units.
#include <stdio.h>
#include <string.h>
struct __attribute__((packed)) a { unsigned x : 7; unsigned y : 30; unsigned z : 3; };
struct __attribute__((packed)) b { char c; unsigned short x : 12; int y : 13; };
int main(void) {
  struct a v;
  struct b w;
  unsigned char raw[16];
  memset(&v, 0, sizeof v); memset(&w, 0, sizeof w);
  v.x = 0x55; v.y = 0x23456789; v.z = 5;
  w.c = 1; w.x = 0xabc; w.y = -2;
  printf("%zu %zu\n", sizeof v, sizeof w);
  memcpy(raw, &v, sizeof v);
  for (unsigned i = 0; i < sizeof v; i++) printf("%02x", raw[i]);
  memcpy(raw, &w, sizeof w);
  printf(" ");
  for (unsigned i = 0; i < sizeof w; i++) printf("%02x", raw[i]);
  printf("\n%x %x %x %x %d\n", v.x, v.y, v.z, w.x, w.y);
  v.y++; w.x -= 0xabd;
  printf("%x %x %x %x %d\n", v.x, v.y, v.z, w.x, w.y);
  return 0;
}
