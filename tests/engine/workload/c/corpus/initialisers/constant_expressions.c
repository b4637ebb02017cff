// Static initialisers from addresses, casts and constant arithmetic.
#include <stddef.h>
#include <stdio.h>
struct s { char c; int v[4]; struct s *next; };
static int table[10];
static int *middle = table + 5, *same = &table[2] + 1;
static struct s b, a = {'a', {sizeof(int), 1 << 3, -7 / 2, 'A' + 1}, &b}, b = {'b', {[3] = ~0}, &a};
static int *inner = &a.v[2];
static int (*function)(const char *, ...) = printf;
static unsigned char cut = 300 & 0xff;
static double ratio = 1 / 2 + 1 / 2.0, big = 1e3 * 4;
static size_t offset = offsetof(struct s, v);
static long difference = (long)(sizeof table / sizeof *table) - 20;
static const char *tail = "prefix-tail" + 7;
static int choice = sizeof(void *) > 2 ? 10 : 20, logic = 3 && !0 || 0;
static char *text[2] = {"one", (char *)"two" + 1};
int main(void) {
  table[5] = 55; table[3] = 33;
  function("%d %d %d\n", *middle, *same, *inner);
  for (int i = 0; i < 4; i++) printf("%d %d ", a.v[i], b.v[i]);
  printf("%c %c %d\n", a.next->c, b.next->c, cut);
  printf("%g %g %zu %ld %s %d %d %s\n", ratio, big, offset, difference, tail, choice, logic, text[1]);
  return 0;
}
