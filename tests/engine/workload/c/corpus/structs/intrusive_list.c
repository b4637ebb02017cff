// A circular list within structs, with offsetof back to the owner.
#include <stddef.h>
#include <stdio.h>
struct list { struct list *next, *prev; };
struct task { int id; struct list links; char name[8]; };
#define TASK(l) ((struct task *)((char *)(l) - offsetof(struct task, links)))
static void add(struct list *at, struct list *l) { l->next = at; l->prev = at->prev; at->prev->next = l; at->prev = l; }
static void cut(struct list *l) { l->prev->next = l->next; l->next->prev = l->prev; l->next = l->prev = l; }
int main(void) {
  struct list head = {&head, &head};
  struct task t[] = {{1, {0}, "one"}, {2, {0}, "two"}, {3, {0}, "three"}, {4, {0}, "four"}};
  for (int i = 0; i < 4; i++) add(i % 2 ? head.next : &head, &t[i].links);
  for (struct list *l = head.next; l != &head; l = l->next) printf("%d:%s ", TASK(l)->id, TASK(l)->name);
  cut(&t[2].links); cut(&t[0].links);
  for (struct list *l = head.prev; l != &head; l = l->prev) printf("%d ", TASK(l)->id);
  printf("%d\n", t[0].links.next == &t[0].links);
  return 0;
}
