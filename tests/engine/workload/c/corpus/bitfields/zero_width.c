// An unnamed field of width zero starts a new unit.
#include <stdio.h>
#include <string.h>
struct plain { unsigned char a : 3, b : 3; };
struct split { unsigned char a : 3; unsigned char : 0; unsigned char b : 3; };
struct word { char a : 3; int : 0; char b : 3; };
struct gap { unsigned a : 4; unsigned : 8; unsigned b : 4; };
int main(void) {
  printf("%zu %zu %zu %zu\n", sizeof(struct plain), sizeof(struct split), sizeof(struct word), sizeof(struct gap));
  struct gap g;
  unsigned raw;
  memset(&g, 0, sizeof g);
  g.a = 15; g.b = 9;
  memcpy(&raw, &g, 4);
  printf("%x\n", raw);
  struct split s;
  unsigned char bytes[2];
  memset(&s, 0, sizeof s);
  s.a = 5; s.b = 6;
  memcpy(bytes, &s, 2);
  printf("%x %x\n", bytes[0], bytes[1]);
  printf("%zu\n", _Alignof(struct word));
  return 0;
}
