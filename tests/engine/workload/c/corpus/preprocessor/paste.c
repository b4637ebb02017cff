// The ## operator builds names, numbers and operators.
#include <stdio.h>
#define CAT(a, b) a##b
#define XCAT(a, b) CAT(a, b)
#define DECLARE(type, name) static type get_##name(void) { return name##_value; }
#define FIELD(n) .field_##n
#define THREE(a, b, c) a##b##c
static int size_value = 7;
static const char *text_value = "text";
DECLARE(int, size)
DECLARE(const char *, text)
struct s { int field_1, field_2; };
#define PREFIX pre
int prefix = 1, PREFIXfix = 2, prefix2 = 3;
int main(void) {
  int xy = 5, x1 = 6;
  printf("%d %d %d\n", CAT(x, y), CAT(x, 1), CAT(1, 2) + 0);
  printf("%d %s\n", get_size(), get_text());
  struct s s = {FIELD(1) = 10, FIELD(2) = 20};
  printf("%d %d\n", s CAT(.field, _2), THREE(s.fie, ld, _1));
  printf("%d %d %d\n", XCAT(PREFIX, fix), CAT(PREFIX, fix), CAT(pre, fix) CAT(, +) CAT(1, ));
  xy CAT(+, =) 3;
  printf("%d %d\n", xy, xy CAT(<, <) 2);
  printf("%.1f %d\n", CAT(1., 5), CAT(0x, ff));
  printf("%d\n", XCAT(x, XCAT(y, )));
  return 0;
}
