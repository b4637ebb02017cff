// Pointer steps are scaled by the size of what is pointed at.
#include <stdio.h>
struct wide { int a[5]; char c; };
int main(void) {
  int v[10];
  for (int i = 0; i < 10; i++) v[i] = i * i;
  int *p = v + 3, *end = &v[10];
  printf("%d %d %d\n", *p, p[2], p[-1]);
  printf("%td %td %td\n", end - p, p - v, p - end);
  p += 4; printf("%d\n", *p);
  p -= 2; printf("%d\n", *p--);
  printf("%d %d\n", *p, 2[p]);
  struct wide w[4];
  printf("%td %td\n", &w[3] - &w[1], (char *)&w[3] - (char *)&w[1]);
  printf("%d %d %d\n", p < end, p == &v[4], p >= v);
  for (int *q = end; q-- > v;) printf("%d ", *q);
  printf("\n");
  short *s = (short *)v;
  printf("%d\n", (char *)(s + 3) - (char *)s == 6);
  return 0;
}
