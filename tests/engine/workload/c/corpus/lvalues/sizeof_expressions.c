// sizeof does not evaluate, and sees types before conversion to pointers.
#include <stdio.h>
struct s { int a; char b[10]; };
static int calls;
static long count(void) { return ++calls; }
int main(void) {
  int v[7], m[2][3], *p = v;
  struct s s, *q = &s;
  char text[] = "sizeof";
  printf("%zu %zu %zu\n", sizeof v, sizeof v / sizeof v[0], sizeof *p == sizeof(int));
  printf("%zu %zu %zu\n", sizeof m, sizeof *m, sizeof **m);
  printf("%zu %zu %zu\n", sizeof s, sizeof q->b, sizeof(q->b[0]));
  printf("%zu %zu %zu\n", sizeof text, sizeof "literal", sizeof(char));
  int i = 5;
  printf("%d %d ", sizeof(i++) == sizeof(int), i);
  printf("%d %d\n", sizeof(count()) == sizeof(long), calls);
  printf("%zu %zu %zu\n", sizeof(char) + 1, sizeof (int) * 2, sizeof i + 1);
  printf("%zu\n", sizeof(((struct s *)0)->b));
  printf("%zu %zu\n", sizeof &v == sizeof(void *), sizeof(v + 0) == sizeof(int *));
  printf("%zu %zu\n", sizeof(int[4]), sizeof(int[2][5]));
  printf("%d\n", (int)sizeof(int) - 5 < 0);
  printf("%d\n", sizeof(int) - 5 > 0);
  printf("%zu %zu\n", sizeof(-'a'), sizeof(!1.0));
  return 0;
}
