// Function pointers in variables, tables, structs, arguments and results.
#include <stdio.h>
typedef int (*binary)(int, int);
static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }
static int fold(binary f, const int *v, int n, int start) { for (int i = 0; i < n; i++) start = f(start, v[i]); return start; }
static binary choose(char c) { return c == '+' ? add : c == '-' ? &sub : mul; }
static int (*plain(int which))(int, int) { return which ? add : mul; }
struct operation { const char *name; int (*run)(int, int); };
int main(void) {
  int v[] = {1, 2, 3, 4};
  printf("%d %d %d\n", fold(add, v, 4, 0), fold(&mul, v, 4, 1), fold(choose('-'), v, 4, 100));
  binary table[] = {add, sub, mul};
  for (int i = 0; i < 3; i++) printf("%d ", table[i](7, 3));
  struct operation ops[] = {{"add", add}, {"mul", mul}}, *p = ops;
  printf("%s %d %s %d\n", p->name, p->run(2, 3), ops[1].name, (*p[1].run)(2, 3));
  binary f = add;
  printf("%d %d %d\n", (*f)(1, 2), (**f)(1, 2), (&*f)(1, 2));
  printf("%d %d %d\n", f == add, f != sub, plain(0)(6, 7));
  f = NULL;
  printf("%d %d\n", !f, f ? 1 : 0);
  printf("%d\n", (v[0] ? add : sub)(10, 4));
  int (*(*pf)(int))(int, int) = plain;
  printf("%d\n", pf(1)(5, 5));
  return 0;
}
