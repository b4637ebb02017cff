// Compound literals as values, arrays and objects with an address.
#include <stdio.h>
struct p { int x, y; };
static int sum(const int *v, int n) { int s = 0; while (n--) s += *v++; return s; }
static int area(struct p p) { return p.x * p.y; }
static struct p *global = &(struct p){3, 4};
static int *numbers = (int[]){1, 2, 3};
int main(void) {
  printf("%d %d\n", sum((int[]){1, 2, 3, 4}, 4), area((struct p){.y = 5, .x = 6}));
  printf("%d %d %d\n", global->x, numbers[2], (struct p){7, 8}.y);
  struct p *q = &(struct p){1, 2};
  q->x += 10;
  printf("%d %d\n", q->x, q->y);
  int k = 3;
  int *v = (int[5]){k, k * 2, [4] = k * k};
  printf("%d %d %d %d\n", v[0], v[1], v[3], v[4]);
  struct p a;
  a = (struct p){.y = k};
  printf("%d %d %zu\n", a.x, a.y, sizeof(int[]){1, 2, 3});
  char *s = (char[]){"text"};
  s[0] = 'T';
  printf("%s %d %s\n", s, (int){5} + 1, (char[4]){'a', 'b'});
  for (int i = 0; i < 3; i++) {
    int *fresh = (int[2]){i};
    printf("%d%d ", fresh[0]++, fresh[1]++);
  }
  printf("\n");
  return 0;
}
