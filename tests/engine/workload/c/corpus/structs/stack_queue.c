// A stack and a ring buffer behind small functions.
#include <stdbool.h>
#include <stdio.h>
typedef struct { int items[4]; int top; } stack;
typedef struct { int items[4]; unsigned head, tail; } ring;
static bool push(stack *s, int v) { return s->top < 4 && (s->items[s->top++] = v, true); }
static bool pop(stack *s, int *v) { return s->top > 0 && (*v = s->items[--s->top], true); }
static bool put(ring *r, int v) {
  if (r->tail - r->head == 4) return false;
  r->items[r->tail++ % 4] = v;
  return true;
}
static bool get(ring *r, int *v) {
  if (r->tail == r->head) return false;
  *v = r->items[r->head++ % 4];
  return true;
}
int main(void) {
  stack s = {.top = 0};
  ring r = {.head = -2u, .tail = -2u};
  for (int i = 0; i < 6; i++) printf("%d%d ", push(&s, i), put(&r, i * 10));
  printf("\n");
  int v = -1;
  while (pop(&s, &v)) printf("%d ", v);
  while (get(&r, &v)) { printf("%d ", v); if (v == 20) put(&r, 99); }
  printf("%d %d\n", pop(&s, &v), get(&r, &v));
  return 0;
}
