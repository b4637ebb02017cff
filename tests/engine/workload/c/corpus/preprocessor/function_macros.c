// Function-like macros, their parentheses and arguments.
#include <stdio.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define SQUARE_BAD(x) x * x
#define SQUARE(x) ((x) * (x))
#define CALL(f, args) f args
#define NOTHING() 7
#define FIRST(a, b) a
#define ID(x) x
#define SWAP(t, a, b) do { t _t = (a); (a) = (b); (b) = _t; } while (0)
static int add(int a, int b) { return a + b; }
int main(void) {
  int x = 3, y = 8;
  printf("%d %d %d\n", MAX(x, y), SQUARE_BAD(1 + 2), SQUARE(1 + 2));
  printf("%d %d\n", CALL(add, (2, 3)), NOTHING());
  printf("%d %d\n", FIRST(add(1, 2), 9), MAX(add(1, 5), MAX(2, 4)));
  printf("%s\n", FIRST("a, b", 1));
  if (x < y) SWAP(int, x, y); else x = 0;
  printf("%d %d %d\n", x, y, ID(add)(5, 1));
  int ID = 4;
  printf("%d %d\n", ID, ID(ID));
  printf("%d\n", MAX
    (1,
     2));
  printf("[%s]\n", FIRST(, 1) "empty");
  return 0;
}
