// Anonymous struct and union members are named through the outer struct.
#include <stdio.h>
struct block {
  unsigned long size;
  union {
    struct { struct block *next, *prev; };
    char payload[16];
  };
  struct { short low, high; } parts;
};
int main(void) {
  struct block a = {.size = 1}, b = {.size = 2};
  a.next = &b; b.prev = &a; a.prev = NULL; b.next = NULL;
  printf("%lu %lu %d\n", a.next->size, b.prev->size, b.prev->next == &b);
  a.parts.low = -1; a.parts.high = 7;
  printf("%d %d\n", a.parts.low, a.parts.high);
  printf("%d %d\n", (void *)&a.next == (void *)a.payload, (char *)&a.prev - a.payload == sizeof(void *));
  for (int i = 0; i < 16; i++) b.payload[i] = 'a' + i;
  printf("%.16s\n", b.payload);
  printf("%zu\n", sizeof(struct block) - sizeof a.parts == sizeof(long) + 16 || sizeof(void *) == 8);
  return 0;
}
