// A heap of pointers to jobs, with a comparison function.
#include <stdio.h>
#include <stdlib.h>
typedef struct job { int priority; const char *name; } job;
typedef struct { job **items; int n, room; int (*before)(const job *, const job *); } queue;
static int urgent(const job *a, const job *b) { return a->priority > b->priority; }
static void put(queue *q, int priority, const char *name) {
  if (q->n == q->room) q->items = realloc(q->items, sizeof(job *) * (q->room += 3));
  job *j = malloc(sizeof *j);
  *j = (job){priority, name};
  int i = q->n++;
  for (; i && q->before(j, q->items[(i - 1) / 2]); i = (i - 1) / 2) q->items[i] = q->items[(i - 1) / 2];
  q->items[i] = j;
}
static job take(queue *q) {
  job *top = q->items[0], out = *top, *last = q->items[--q->n];
  free(top);
  int i = 0;
  for (int c; (c = 2 * i + 1) < q->n; i = c) {
    if (c + 1 < q->n && q->before(q->items[c + 1], q->items[c])) c++;
    if (!q->before(q->items[c], last)) break;
    q->items[i] = q->items[c];
  }
  if (q->n) q->items[i] = last;
  return out;
}
int main(void) {
  queue q = {.before = urgent};
  const char *names[] = {"ls", "gcc", "vi", "make", "top", "cat", "gdb"};
  for (int i = 0; i < 7; i++) put(&q, i * 5 % 7 * 10, names[i]);
  while (q.n) { job j = take(&q); printf("%s(%d) ", j.name, j.priority); }
  printf("\n");
  free(q.items);
  return 0;
}
