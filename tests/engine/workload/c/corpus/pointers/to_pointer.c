// Pointers to pointers and lists changed through them.
#include <stdio.h>
struct node { int value; struct node *next; };
static void insert(struct node **at, struct node *n) {
  while (*at && (*at)->value < n->value) at = &(*at)->next;
  n->next = *at;
  *at = n;
}
static void remove_value(struct node **at, int value) {
  for (; *at; at = &(*at)->next)
    if ((*at)->value == value) { *at = (*at)->next; return; }
}
static void show(const struct node *n) {
  for (; n; n = n->next) printf("%d%s", n->value, n->next ? " -> " : "\n");
}
int main(void) {
  struct node pool[6], *head = NULL;
  int values[] = {5, 1, 9, 3, 7, 2};
  for (int i = 0; i < 6; i++) { pool[i].value = values[i]; insert(&head, &pool[i]); }
  show(head);
  remove_value(&head, 1); remove_value(&head, 9); remove_value(&head, 4);
  show(head);
  int x = 1, *p = &x, **pp = &p, ***ppp = &pp;
  ***ppp = 8;
  printf("%d %d\n", x, **pp == *p);
  return 0;
}
