// Variadic functions: sums, copies of a list, structs, forwarding.
#include <stdarg.h>
#include <stdio.h>
struct pair { int a; long b; };
static int sum(int n, ...) {
  va_list l;
  int total = 0;
  va_start(l, n);
  while (n--) total += va_arg(l, int);
  va_end(l);
  return total;
}
static double twice(int n, ...) {
  va_list l, again;
  double s = 0;
  va_start(l, n);
  va_copy(again, l);
  for (int i = 0; i < n; i++) s += va_arg(l, double);
  for (int i = 0; i < n; i++) s += 100 * va_arg(again, double);
  va_end(l);
  va_end(again);
  return s;
}
static void report(const char *format, ...) {
  va_list l;
  va_start(l, format);
  printf("<");
  int n = vprintf(format, l);
  printf("> %d\n", n);
  va_end(l);
}
static long structs(int n, ...) {
  va_list l;
  long s = 0;
  va_start(l, n);
  while (n--) { struct pair p = va_arg(l, struct pair); s += p.a * p.b; }
  va_end(l);
  return s;
}
int main(void) {
  printf("%d %d\n", sum(0), sum(12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
  printf("%.2f\n", twice(3, 1.0, 2.5, 0.25));
  report("%d %s %c %5.1f %lld", -7, "text", 'c', 2.25, 1LL << 40);
  struct pair p = {2, 3}, q = {4, 5};
  printf("%ld\n", structs(2, p, q));
  return 0;
}
