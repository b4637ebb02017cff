// Lists reversed, merged, sorted and split.
#include <stdio.h>
#include <stdlib.h>
typedef struct list { int v; struct list *next; } list;
static list *cons(int v, list *rest) { list *l = malloc(sizeof *l); l->v = v; l->next = rest; return l; }
static list *reverse(list *l) { list *r = NULL; while (l) { list *n = l->next; l->next = r; r = l; l = n; } return r; }
static list *merge(list *a, list *b) {
  if (!a || !b) return a ? a : b;
  if (b->v < a->v) { b->next = merge(a, b->next); return b; }
  a->next = merge(a->next, b);
  return a;
}
static list *half(list *l) {
  list *slow = l, *fast = l->next;
  while (fast && fast->next) { slow = slow->next; fast = fast->next->next; }
  list *rest = slow->next;
  slow->next = NULL;
  return rest;
}
static list *sort(list *l) { if (!l || !l->next) return l; list *b = half(l); l = sort(l); return merge(l, sort(b)); }
static void show(const list *l) { for (; l; l = l->next) printf("%d ", l->v); printf("\n"); }
int main(void) {
  list *l = NULL;
  for (int i = 0, v = 7; i < 25; i++, v = v * 31 % 101) l = cons(v, l);
  show(l);
  show(l = reverse(l));
  show(l = sort(l));
  int n = 0;
  while (l) { list *next = l->next; free(l); l = next; n++; }
  printf("%d\n", n);
  return 0;
}
