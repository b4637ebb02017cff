// An explicit free list with boundary tags inside a static arena.
#include <stdint.h>
#include <stdio.h>
#define WORD sizeof(size_t)
#define ARENA 2048
static union { size_t align; char bytes[ARENA]; } arena;
static size_t *free_list;
static size_t *tag(void *p) { return p; }
static size_t size_of(size_t *h) { return *h & ~(size_t)1; }
static size_t *footer(size_t *h) { return tag((char *)h + size_of(h) - WORD); }
static void mark(size_t *h, size_t size, int used) { *h = size | used; *footer(h) = *h; }
static size_t **link_of(size_t *h, int which) { return (size_t **)(h + 1 + which); }
static void push(size_t *h) { *link_of(h, 0) = free_list; *link_of(h, 1) = NULL; if (free_list) *link_of(free_list, 1) = h; free_list = h; }
static void drop(size_t *h) {
  size_t *next = *link_of(h, 0), *prev = *link_of(h, 1);
  if (prev) *link_of(prev, 0) = next; else free_list = next;
  if (next) *link_of(next, 1) = prev;
}
static void init(void) { mark(tag(arena.bytes), ARENA, 0); push(tag(arena.bytes)); }
static void *take(size_t words) {
  size_t need = (words + 2) * WORD;
  for (size_t *h = free_list; h; h = *link_of(h, 0)) {
    size_t have = size_of(h);
    if (have < need) continue;
    drop(h);
    if (have - need >= 4 * WORD) { mark(h, need, 1); size_t *rest = tag((char *)h + need); mark(rest, have - need, 0); push(rest); }
    else mark(h, have, 1);
    return h + 1;
  }
  return NULL;
}
static void give(void *p) {
  size_t *h = tag(p) - 1, *next = tag((char *)h + size_of(h));
  mark(h, size_of(h), 0);
  if ((char *)next < arena.bytes + ARENA && !(*next & 1)) { drop(next); mark(h, size_of(h) + size_of(next), 0); }
  if ((char *)h > arena.bytes && !(h[-1] & 1)) { size_t *prev = tag((char *)h - (h[-1] & ~(size_t)1)); drop(prev); mark(prev, size_of(prev) + size_of(h), 0); h = prev; }
  push(h);
}
static void show(void) {
  for (size_t *h = tag(arena.bytes); (char *)h < arena.bytes + ARENA; h = tag((char *)h + size_of(h)))
    printf("%c%d ", *h & 1 ? 'A' : 'f', (int)(size_of(h) / WORD));
  printf("\n");
}
int main(void) {
  init();
  void *p[8];
  for (int i = 0; i < 8; i++) p[i] = take(4 + i * 3);
  show();
  for (int i = 1; i < 8; i += 2) give(p[i]);
  show();
  p[1] = take(5); p[3] = take(12); show();
  for (int i = 0; i < 8; i += 2) give(p[i]);
  show();
  give(p[1]); give(p[3]); show();
  printf("%d\n", take(10000) == NULL);
  return 0;
}
