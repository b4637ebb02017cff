// Assigning a struct copies all of it.
#include <stdio.h>
struct inner { char tag[3]; int v; };
struct outer { struct inner in[2]; double d; struct outer *self; };
int main(void) {
  struct outer a = {{{"ab", 1}, {"cd", 2}}, 2.5, NULL}, b, *p = &b;
  a.self = &a;
  b = a;
  b.in[0].v = 99;
  printf("%d %d %s %.1f %d\n", a.in[0].v, b.in[0].v, b.in[1].tag, b.d, b.self == &a);
  p->in[1] = a.in[0];
  printf("%s %d\n", b.in[1].tag, b.in[1].v);
  *p = *p;
  struct outer c = *p, arr[2];
  arr[0] = arr[1] = c;
  arr[0].d++;
  printf("%.1f %.1f %s\n", arr[0].d, arr[1].d, arr[0].in[0].tag);
  printf("%d\n", (b = a).in[0].v);
  struct { struct inner x; } w1 = {{"zz", 7}}, w2 = w1;
  printf("%s %d\n", w2.x.tag, w2.x.v);
  return 0;
}
