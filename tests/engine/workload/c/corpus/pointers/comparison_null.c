// Null pointers in conditions, and comparison of pointers.
#include <stddef.h>
#include <stdio.h>
int main(void) {
  int v[3] = {1, 2, 3}, *p = NULL, *q = v;
  if (!p) printf("null\n");
  if (q) printf("not null\n");
  printf("%d %d %d\n", p == NULL, q != 0, p || q);
  printf("%d %d\n", p && *p, q && *q);
  while (q < v + 3) printf("%d ", *q++);
  printf("\n");
  void *a = v, *b = &v[0];
  printf("%d %d\n", a == b, a == (void *)&v[1]);
  printf("%s\n", p ? "set" : "unset");
  printf("%d\n", (p == (void *)0) + (p == (int *)0) + !q);
  return 0;
}
