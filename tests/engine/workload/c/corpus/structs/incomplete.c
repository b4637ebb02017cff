// Pointers to types completed later, and tags of their own scope.
#include <stdio.h>
struct later;
static int read(struct later *l);
struct holder { struct later *one; int n; };
struct later { int value; struct holder *back; };
static int read(struct later *l) { return l->value + l->back->n; }
int main(void) {
  struct holder h = {NULL, 5};
  struct later l = {37, &h};
  h.one = &l;
  printf("%d\n", read(h.one));
  struct later { char c[3]; } inner = {"in"};
  printf("%s %zu\n", inner.c, sizeof inner);
  {
    struct holder;
    struct holder { double d; } g = {1.5};
    printf("%.1f %zu\n", g.d, sizeof g);
  }
  printf("%d\n", h.one->back == &h);
  return 0;
}
