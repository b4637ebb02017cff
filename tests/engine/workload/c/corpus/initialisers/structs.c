// Designated members in any order, the rest zero.
#include <stdio.h>
struct p { int x, y; };
struct s { char c; struct p p; int v[3]; struct { short a, b; } in; const char *t; };
static struct s global = {.t = "global", .p.y = 5, .v[1] = 7};
int main(void) {
  struct s a = {'a', {1, 2}, {3, 4, 5}, {6, 7}, "full"};
  struct s b = {'b', 1, 2, 3, 4, 5, 6, 7, "flat"};
  struct s c = {.in.b = 9, .c = 'c', .p = {.y = 2}, .v = {[2] = 4}, 6, .t = "after"};
  struct s d = {.v = {1}, 50, 'x'};
  struct s *all[] = {&a, &b, &c, &d, &global};
  for (int i = 0; i < 5; i++) {
    struct s *s = all[i];
    printf("%d %d %d %d %d %d %d %d %s\n", s->c, s->p.x, s->p.y, s->v[0], s->v[1], s->v[2], s->in.a, s->in.b, s->t ? s->t : "none");
  }
  struct p q = {.x = 1, .y = 2, .x = 3}, r[] = {{1}, {.y = 4}, [4].x = 8};
  printf("%d %d %zu %d %d\n", q.x, q.y, sizeof r / sizeof *r, r[1].y, r[4].x);
  return 0;
}
