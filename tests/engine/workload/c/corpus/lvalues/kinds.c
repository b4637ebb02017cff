// Everything that can stand on the left of an assignment.
#include <stdio.h>
struct s { int a; int v[3]; struct { int b; } in, *link; unsigned bit : 4; };
static struct s object;
static struct s *get(void) { return &object; }
static int *slot(int i) { return &object.v[i]; }
int main(void) {
  struct s list[2], *p = list, **pp = &p;
  get()->a = 1; (*get()).v[1] = 2; *slot(2) = 3; get()->in.b = 4; get()->link = &object.in; get()->link->b += 5;
  printf("%d %d %d %d\n", object.a, object.v[1], object.v[2], object.in.b);
  list[0] = object; *(p + 1) = *p; (*pp)->a = 10; (*pp)[1].v[0] = 20; 1[p].bit = 15; (&list[0])->bit = 3;
  printf("%d %d %u %u\n", list[0].a, list[1].v[0], list[0].bit, list[1].bit);
  int x, y; *(1 ? &x : &y) = 6; (*&y) = 7; ((y)) += 1;
  printf("%d %d\n", x, y);
  char t[] = "abc"; *t = 'X'; *(t + 1) = t[2]; 2[t] = '!';
  printf("%s\n", t);
  (*slot(0))++; --*slot(1); ++get()->v[2];
  printf("%d %d %d\n", object.v[0], object.v[1], object.v[2]);
  return 0;
}
