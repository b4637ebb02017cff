// Assignments are expressions with the type of the left side.
#include <stdio.h>
int main(void) {
  int a, b, c;
  a = b = c = 5;
  printf("%d\n", a + b + c);
  unsigned char u;
  printf("%d\n", u = 300);
  int w = (u = 511) + 1;
  printf("%d\n", w);
  char *s = "walk", *p = s;
  while (*p++) ;
  printf("%td\n", p - s);
  if ((a = 0)) printf("no"); else printf("zero ");
  printf("%d\n", (a += 5) * (b -= 2));
  int v[4] = {0}, i = 0;
  v[i += 2] = 7;
  v[i++] += 1;
  v[i] = v[i - 1]--;
  printf("%d %d %d\n", i, v[2], v[3]);
  short x = 70000;
  long long z = x = 70001;
  printf("%d %lld\n", x, z);
  double d = a = 3.9;
  printf("%g\n", d);
  int *q = &a;
  *(q) = *q + (b = 1);
  int kept = (*q)++ + b;
  printf("%d %d\n", a, kept);
  return 0;
}
