// A union is as large as its largest member, rounded to its alignment.
#include <stddef.h>
#include <stdio.h>
union a { char c[5]; int i; };
union b { char c[9]; short s; };
union c { struct { char x; double d; } s; char raw[13]; };
union d { long long q; char c; };
struct holder { char c; union d u; };
int main(void) {
  printf("%zu %zu %zu %zu\n", sizeof(union a), sizeof(union b), sizeof(union c), sizeof(union d));
  printf("%zu %zu %zu %zu\n", _Alignof(union a), _Alignof(union b), _Alignof(union c), _Alignof(union d));
  printf("%zu %zu\n", sizeof(struct holder), offsetof(struct holder, u));
  return 0;
}
