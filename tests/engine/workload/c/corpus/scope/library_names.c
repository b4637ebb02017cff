// A program may use names of library functions for its own things.
#include <stdio.h>
#include <string.h>
static int strlen_calls;
static int min(int a, int b) { return a < b ? a : b; }
static int rank(int v) { return v + 1000; }
struct list { int read, write, time; };
int main(void) {
  int printf_result = printf("x\n"), abs = 5, log = 6, y1 = 7, stat = 8;
  struct list l = {1, 2, 3};
  strlen_calls += (int)strlen("four");
  printf("%d %d %d %d %d %d %d\n", printf_result, abs, log, y1, stat, min(3, 2), rank(1));
  printf("%d %d %d %d\n", l.read, l.write, l.time, strlen_calls);
  return 0;
}
