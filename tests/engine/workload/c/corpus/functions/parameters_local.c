// Parameters are variables of the call.
#include <stdio.h>
struct s { int v[4]; };
static int count(int n) { int c = 0; while (n > 0) { n -= 3; c++; } return c; }
static int change(struct s s) { s.v[0] = 100; return s.v[0] + s.v[1]; }
static void out(int *quotient, int *remainder, int a, int b) { *quotient = a / b; *remainder = a % b; }
static void swap(int *a, int *b) { int t = *a; *a = *b; *b = t; }
static char *skip(char *s, char c) { while (*s && *s != c) s++; return s; }
static unsigned reverse(unsigned v, int digits) { unsigned r = 0; while (digits--) { r = r * 10 + v % 10; v /= 10; } return r; }
int main(void) {
  int n = 10, q, r;
  printf("%d %d\n", count(n), n);
  struct s s = {{1, 2, 3, 4}};
  printf("%d %d\n", change(s), s.v[0]);
  out(&q, &r, 47, 10);
  swap(&q, &r);
  printf("%d %d\n", q, r);
  char text[] = "key=value";
  *skip(text, '=') = 0;
  printf("%s %s\n", text, text + 4);
  printf("%u\n", reverse(12300, 5));
  return 0;
}
