// Structs of three, five, nine and seventeen bytes by value.
#include <stdio.h>
struct s3 { char c[3]; };
struct s5 { char c[5]; };
struct s9 { char c[9]; };
struct s17 { char c[17]; };
struct f2 { float x, y; };
struct m { int i; float f; };
static struct s3 a(struct s3 s) { s.c[2]++; return s; }
static struct s5 b(int skip, struct s5 s) { s.c[4] += skip; return s; }
static struct s9 c(struct s9 s, struct s3 t) { s.c[8] = t.c[0]; return s; }
static struct s17 d(struct s17 s) { s.c[16] = s.c[0]; return s; }
static struct f2 e(struct f2 p, struct f2 q) { return (struct f2){p.x + q.x, p.y * q.y}; }
static struct m f(struct m v) { return (struct m){(int)v.f, (float)v.i}; }
int main(void) {
  struct s3 x = {"ab"};
  struct s5 y = {"abcd"};
  struct s9 z = {"12345678"};
  struct s17 w = {"0123456789abcdef"};
  x.c[2] = 'c'; y.c[4] = 'e';
  printf("%.3s %.5s %.9s %.17s\n", a(x).c, b(2, y).c, c(z, x).c, d(w).c);
  struct f2 p = e((struct f2){1.5f, 2}, (struct f2){0.25f, 3});
  struct m q = f((struct m){7, 2.75f});
  printf("%g %g %d %g %zu\n", p.x, p.y, q.i, q.f, sizeof(struct s17));
  return 0;
}
