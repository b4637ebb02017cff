// Static locals keep their value, one for each declaration.
#include <stdio.h>
static int count(void) { static int n = 10; return n++; }
static int *cell(int i) { static int cells[4]; return &cells[i]; }
static const char *name(int v) {
  static char buffer[16];
  static int calls;
  sprintf(buffer, "v%d.%d", v, ++calls);
  return buffer;
}
static int both(int which) {
  if (which) { static int n = 100; return ++n; }
  else { static int n = 200; return --n; }
}
static int depth(int n) { static int deepest; if (n > deepest) deepest = n; return n < 5 ? depth(n + 1) : deepest; }
int main(void) {
  count(); count();
  printf("%d\n", count());
  *cell(2) = 7; ++*cell(2);
  printf("%d %d\n", *cell(2), *cell(3));
  name(5);
  printf("%s\n", name(6));
  both(1); both(0); both(1);
  printf("%d %d\n", both(1), both(0));
  printf("%d\n", depth(0));
  for (int i = 0; i < 3; i++) { static int kept; int fresh = 0; kept++; fresh++; printf("%d%d ", kept, fresh); }
  printf("\n");
  return 0;
}
