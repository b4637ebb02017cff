// Alignment of each basic type, alone and in a struct.
#include <stddef.h>
#include <stdio.h>
#define INSIDE(t) printf(#t ": %zu %zu\n", _Alignof(t), offsetof(struct { char c; t m; }, m))
int main(void) {
  INSIDE(char); INSIDE(short); INSIDE(int); INSIDE(long); INSIDE(long long);
  INSIDE(float); INSIDE(double); INSIDE(void *); INSIDE(_Bool); INSIDE(size_t);
  printf("%zu %zu\n", __alignof__(long long), __alignof__(double));
  printf("%zu %zu\n", _Alignof(max_align_t), sizeof(max_align_t));
  return 0;
}
