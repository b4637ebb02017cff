// Variadic macros, with and without the comma swallowed.
#include <stdio.h>
#define LOG(...) printf(__VA_ARGS__)
#define DEBUG(format, ...) printf("[" format "]\n", ##__VA_ARGS__)
#define NAMED(args...) printf(args)
#define TAIL(first, rest...) printf("%d " first "\n", COUNT(rest), ##rest)
#define PICK(_1, _2, _3, _4, n, ...) n
#define COUNT(...) PICK(__VA_ARGS__, 4, 3, 2, 1, 0)
#define QUIET(...)
#define TWICE(...) __VA_ARGS__, __VA_ARGS__
int main(void) {
  LOG("plain\n");
  LOG("%d %s\n", 1, "two");
  DEBUG("no arguments");
  DEBUG("%d %d", 1, 2);
  NAMED("%c%c\n", 'x', 'y');
  TAIL("%s", "s");
  printf("%d %d %d\n", COUNT(a), COUNT(a, b, c), COUNT((a, b), c));
  QUIET("never %d\n", printf("never"));
  int v[] = {TWICE(1, 2, 3)};
  printf("%zu %d\n", sizeof v / sizeof *v, v[4]);
  return 0;
}
