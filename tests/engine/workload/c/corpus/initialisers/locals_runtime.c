// Automatic initialisers are run in order, each time.
#include <stdio.h>
static int step;
static int next(void) { return ++step; }
int main(void) {
  for (int round = 0; round < 3; round++) {
    int a = next(), b = a * 2, v[] = {a, b, next(), [5] = round};
    struct { int x, y; char t[3]; } s = {next(), v[1], "ab"};
    s.t[0] += round;
    printf("%d %d %d %d %d %d %d %s %zu\n", a, b, v[2], v[4], v[5], s.x, s.y, s.t, sizeof v / sizeof *v);
  }
  int self = sizeof self, other = self++ + 0;
  printf("%d %d\n", self, other);
  int zero[100] = {0}, sum = 0;
  for (int i = 0; i < 100; i++) sum += zero[i];
  printf("%d\n", sum);
  return 0;
}
