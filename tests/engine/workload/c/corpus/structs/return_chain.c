// Members of returned structs, arrays inside them too.
#include <stdio.h>
struct vec { int x[3]; };
struct wrap { struct vec v; const char *name; };
static int calls;
static struct vec make(int a) { calls++; return (struct vec){{a, a * a, a * a * a}}; }
static struct wrap wrap(struct vec v, const char *name) { struct wrap w = {v, name}; return w; }
static int dot(struct vec a, struct vec b) { return a.x[0] * b.x[0] + a.x[1] * b.x[1] + a.x[2] * b.x[2]; }
int main(void) {
  printf("%d %d\n", make(3).x[2], make(2).x[1]);
  printf("%s %d\n", wrap(make(5), "five").name, wrap(make(5), "five").v.x[1]);
  printf("%d\n", dot(make(1), make(2)) + dot(make(3), wrap(make(4), "").v));
  struct vec v = calls > 5 ? make(6) : make(7);
  printf("%d %d\n", v.x[0], calls);
  struct wrap w = {.v = make(8), .name = "eight"};
  printf("%d %s\n", w.v.x[0], w.name);
  make(9);
  printf("%d\n", calls);
  return 0;
}
