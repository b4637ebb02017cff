// The aligned attribute on types, members and variables.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
struct a { char c; } __attribute__((aligned(16)));
struct b { char c; int i __attribute__((aligned(8))); char d; };
struct c { char x; struct a a; };
typedef int wide __attribute__((aligned(32)));
struct d { char c; wide w; };
struct e { _Alignas(16) char c; char d; };
struct f { char c; long l; } __attribute__((packed, aligned(4)));
static char buffer[3] __attribute__((aligned(64)));
int main(void) {
  printf("%zu %zu %zu %zu %zu %zu\n", sizeof(struct a), sizeof(struct b), sizeof(struct c), sizeof(struct d),
         sizeof(struct e), sizeof(struct f));
  printf("%zu %zu %zu %zu\n", _Alignof(struct b), _Alignof(struct c), _Alignof(struct d), _Alignof(struct f));
  printf("%zu %zu %zu %zu\n", offsetof(struct b, i), offsetof(struct b, d), offsetof(struct c, a), offsetof(struct d, w));
  char pad = 0;
  struct a local[2];
  printf("%d %d %d\n", (int)((uintptr_t)buffer % 64), (int)((uintptr_t)&local[0] % 16), (int)((uintptr_t)&local[1] % 16));
  printf("%zu %d\n", sizeof local, pad);
  return 0;
}
