// Rescanning with the rest of the text, and names painted blue.
#include <stdio.h>
#define f(x) ((x) + f)
#define g(x) h(x
#define h(x) (2 * (x))
#define a b
#define b a
#define NEXT(x) x
#define CALLEE() 5
#define PASS CALLEE
#define LATER(x) x()
#define foo foo_fn
#define M(x) M_(x) N
#define M_(x) x
#define N(y) y
static int count = 4;
#define count count + 1
static int (NEXT)(int v) { return v + 100; }
static int foo_fn(int v) { return v * 3; }
int main(void) {
  int f = 10;
  printf("%d\n", f(1));
  printf("%d\n", g(4)));
  printf("%d\n", count);
  int a = 3, b = 4;
  printf("%d %d\n", a, b);
  printf("%d %d\n", NEXT(PASS)(), LATER(CALLEE));
  printf("%d\n", foo(7));
  printf("%d\n", M(1) (+ 2));
  printf("%d\n", NEXT(NEXT)(6));
  return 0;
}
#undef f
#undef foo
