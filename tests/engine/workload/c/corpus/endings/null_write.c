// Writing a member through a null pointer.
#include <stdio.h>
struct node { int v; struct node *next; };
int main(void) {
  struct node a = {1, NULL}, *p = &a;
  for (int i = 0; i < 3; i++) {
    printf("%d\n", i);
    fflush(stdout);
    p->v++;
    p = *(struct node *volatile *)&p->next;
  }
  return 0;
}
