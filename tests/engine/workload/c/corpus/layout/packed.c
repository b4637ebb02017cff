// Packed structs have no padding and alignment one.
#include <stddef.h>
#include <stdio.h>
#include <string.h>
struct __attribute__((packed)) a { char c; int i; short s; };
struct b { char c; int i; } __attribute__((packed));
struct c { char c; struct b b; int i; };
struct d { char c; int i __attribute__((packed)); long l; };
struct e { char c; struct { char x; int y; } in; } __attribute__((packed));
typedef struct { char c; double d; } __attribute__((__packed__)) f;
int main(void) {
  printf("%zu %zu %zu %zu %zu %zu\n", sizeof(struct a), sizeof(struct b), sizeof(struct c), sizeof(struct d),
         sizeof(struct e), sizeof(f));
  printf("%zu %zu %zu %zu\n", _Alignof(struct a), _Alignof(struct c), _Alignof(struct d), _Alignof(f));
  printf("%zu %zu %zu\n", offsetof(struct a, s), offsetof(struct d, i), offsetof(struct e, in.y));
  struct a v = {1, 0x01020304, 0x0506};
  unsigned char raw[sizeof v];
  memcpy(raw, &v, sizeof v);
  for (unsigned i = 0; i < sizeof raw; i++) printf("%d ", raw[i]);
  v.i++;
  printf("%x\n", v.i);
  return 0;
}
