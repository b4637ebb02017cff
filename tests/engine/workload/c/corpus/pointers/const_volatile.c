// Qualified pointers and objects.
#include <stdio.h>
static int total(const int *v, const int *const end) {
  int sum = 0;
  while (v != end) sum += *v++;
  return sum;
}
volatile int counter;
static const char *const names[] = {"a", "bc", "def"};
int main(void) {
  const int table[] = {3, 1, 4, 1, 5};
  printf("%d\n", total(table, table + 5));
  for (counter = 0; counter < 5; counter++) ;
  printf("%d\n", counter);
  int x = 1, y = 2;
  int *const fixed = &x;
  const int *moving = &x;
  *fixed = 10; moving = &y;
  printf("%d %d\n", x, *moving);
  volatile const unsigned short *v = &(const unsigned short){65535};
  printf("%d %s\n", *v + 1, names[2]);
  int *restrict r = &y;
  *r += 5;
  printf("%d\n", y);
  return 0;
}
