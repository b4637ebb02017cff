// Recursion of several shapes.
#include <stdio.h>
static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static unsigned long long factorial(int n) { return n ? n * factorial(n - 1) : 1; }
static int ackermann(int m, int n) { return !m ? n + 1 : !n ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); }
static int moves;
static void hanoi(int n, char a, char b, char c) {
  if (!n) return;
  hanoi(n - 1, a, c, b);
  if (++moves < 8) printf("%c%c ", a, c);
  hanoi(n - 1, b, a, c);
}
static void digits(unsigned n) { if (n > 9) digits(n / 10); putchar('0' + n % 10); }
static int depth(int n) { char local[64]; local[n % 64] = (char)n; return n ? 1 + depth(n - 1) + local[n % 64] - (char)n : 0; }
int main(void) {
  for (int i = 0; i < 20; i++) printf("%d ", fib(i));
  printf("\n%llu %d\n", factorial(20), ackermann(2, 5));
  hanoi(6, 'A', 'B', 'C');
  printf("%d\n", moves);
  digits(1234567890);
  printf("\n%d\n", depth(5000));
  return 0;
}
