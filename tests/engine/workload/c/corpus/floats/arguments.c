// Floating values through arrays, structs, pointers and calls.
#include <stdio.h>
struct body { float mass; double at[2]; };
static double scale(double v, float by) { return v * by; }
static float halve(float v) { return v / 2; }
static void move(struct body *b, double dx, double dy) { b->at[0] += dx; b->at[1] += dy; }
static struct body twin(struct body b) { b.mass *= 2; return b; }
static double apply(double (*f)(double, float), double v) { return f(v, 2); }
int main(void) {
  struct body b = {1.5f, {1, 2}};
  move(&b, 0.25, -4);
  struct body t = twin(b);
  printf("%g %g %g %g %g\n", b.mass, b.at[0], b.at[1], t.mass, t.at[1]);
  printf("%g %g %g\n", scale(3, 0.5f), halve(5), apply(scale, 1.25));
  float f[3] = {1, 2.5, -3}, *p = f;
  double sum = 0;
  while (p < f + 3) sum += *p++;
  printf("%g %g %d\n", sum, *f, (int)f[1]);
  double d = 5; double *q = &d;
  (*q)++; --*q; *q *= 2;
  double old = d++;
  printf("%g %g\n", old, d);
  const float c = 7 / 2;
  printf("%g %d\n", c, !c);
  return 0;
}
