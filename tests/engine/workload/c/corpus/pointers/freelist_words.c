// An array of words used as a free list, as allocators do.
#include <stdint.h>
#include <stdio.h>
#define PACK(size, used) ((size) | (used))
#define GET(p) (*(unsigned *)(p))
#define PUT(p, v) (*(unsigned *)(p) = (v))
#define SIZE(p) (GET(p) & ~0x7)
#define USED(p) (GET(p) & 1)
#define HEADER(bp) ((char *)(bp) - 4)
#define FOOTER(bp) ((char *)(bp) + SIZE(HEADER(bp)) - 8)
#define NEXT(bp) ((char *)(bp) + SIZE((char *)(bp) - 4))
#define PREV(bp) ((char *)(bp) - SIZE((char *)(bp) - 8))
static unsigned heap[64];
static void block(char *bp, unsigned size, int used) {
  PUT(HEADER(bp), PACK(size, used));
  PUT(FOOTER(bp), PACK(size, used));
}
int main(void) {
  char *first = (char *)heap + 8, *bp = first;
  unsigned sizes[] = {16, 32, 24, 48};
  for (int i = 0; i < 4; i++) { block(bp, sizes[i], i & 1); bp = NEXT(bp); }
  PUT(HEADER(bp), PACK(0, 1));
  for (char *b = first; SIZE(HEADER(b)); b = NEXT(b)) printf("%td %u %u\n", b - first, SIZE(HEADER(b)), USED(HEADER(b)));
  char *third = NEXT(NEXT(first));
  printf("%td %td\n", PREV(third) - first, PREV(bp) - first);
  block(PREV(third), SIZE(HEADER(PREV(third))) + SIZE(HEADER(third)), 0);
  for (char *b = first; SIZE(HEADER(b)); b = NEXT(b)) printf("%td %u %u\n", b - first, SIZE(HEADER(b)), USED(HEADER(b)));
  for (int i = 0; i < 34; i++) printf("%x ", heap[i]);
  printf("\n");
  return 0;
}
