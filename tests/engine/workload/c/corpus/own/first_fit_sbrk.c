// A list of blocks over sbrk with splitting and merging.
#include <stdio.h>
#include <string.h>
#include <unistd.h>
typedef struct block { size_t size; int free; struct block *next; } block;
static block *head;
static block *grow(size_t n) {
  block *b = sbrk(sizeof *b + n);
  if (b == (void *)-1) return NULL;
  *b = (block){n, 0, NULL};
  block **at = &head;
  while (*at) at = &(*at)->next;
  return *at = b;
}
static void *take(size_t n) {
  n = (n + 15) / 16 * 16;
  for (block *b = head; b; b = b->next) {
    if (!b->free || b->size < n) continue;
    if (b->size >= n + sizeof *b + 16) {
      block *rest = (block *)((char *)(b + 1) + n);
      *rest = (block){b->size - n - sizeof *rest, 1, b->next};
      b->size = n;
      b->next = rest;
    }
    b->free = 0;
    return b + 1;
  }
  block *b = grow(n);
  return b ? b + 1 : NULL;
}
static void give(void *p) {
  ((block *)p - 1)->free = 1;
  for (block *b = head; b; b = b->next)
    while (b->free && b->next && b->next->free) { b->size += sizeof *b + b->next->size; b->next = b->next->next; }
}
static void show(void) { for (block *b = head; b; b = b->next) printf("%s%zu ", b->free ? "-" : "+", (b->size + 15) / 16); printf("\n"); }
int main(void) {
  setbuf(stdout, NULL);
  void *p[6];
  for (int i = 0; i < 6; i++) { p[i] = take(96 * (i + 1)); memset(p[i], i, 96 * (i + 1)); }
  show();
  give(p[1]); give(p[3]); show();
  give(p[2]); show();
  p[1] = take(50); show();
  p[2] = take(1000); show();
  printf("%d\n", ((char *)p[4])[0] + ((char *)p[5])[575]);
  return 0;
}
