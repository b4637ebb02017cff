// The layout of allocator-like headers, in both data models.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
struct chunk { size_t prev_size, size; struct chunk *fd, *bk, *fd_nextsize, *bk_nextsize; };
typedef struct header { size_t size; struct header *next; int free; int magic; void *ptr; char data[1]; } header;
typedef union align { struct { union align *next; unsigned units; } s; long x; } align;
struct arena { int mutex, flags; int have; struct chunk *fast[10]; struct chunk *top; struct chunk *bins[254]; unsigned map[4]; };
int main(void) {
  printf("%zu %zu %zu\n", sizeof(struct chunk), offsetof(struct chunk, fd), offsetof(struct chunk, bk_nextsize));
  printf("%zu %zu %zu\n", sizeof(header), offsetof(header, data), (size_t)&((header *)0)->ptr);
  printf("%zu %zu\n", sizeof(align), sizeof(struct arena));
  printf("%zu %zu %zu\n", offsetof(struct arena, fast), offsetof(struct arena, bins[3]), offsetof(struct arena, map));
  struct chunk c;
  void *mem = (char *)&c + 2 * sizeof(size_t);
  printf("%d %d\n", mem == &c.fd, (struct chunk *)((char *)mem - offsetof(struct chunk, fd)) == &c);
  return 0;
}
