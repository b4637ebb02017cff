// float keeps 24 bits at each assignment.
#include <stdio.h>
int main(void) {
  float a = 0.1f, b = 0.2f, s = 0;
  printf("%.9g %.9g %.9g\n", a, a + b, a * b);
  printf("%d %d\n", a == 0.1, a == 0.1f);
  for (int i = 0; i < 1000; i++) s += 0.1f;
  printf("%.6f\n", s);
  float big = 16777216.0f;
  printf("%.1f %.1f\n", big + 1.0f, big + 2.0f);
  printf("%zu %zu\n", sizeof(a + b), sizeof(a + 1.0));
  double d = a;
  printf("%.17g\n", d);
  float third = 1.0f / 3;
  printf("%.9g %.17g\n", third, third * 3.0);
  a += 1e-9; printf("%.9g\n", a);
  int i = 16777217; float f = i; printf("%d\n", (int)f);
  a = 1e38f; a *= 10; printf("%g\n", a);
  return 0;
}
