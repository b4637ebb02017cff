// Enumerators count on from the last value.
#include <stdio.h>
enum first { A, B, C = 10, D, E = -5, F, G = D + F };
enum { SIZE = 1 << 4, MASK = ~(SIZE - 1), LETTER = 'x' };
enum big { LOW = 0, HIGH = 0xFFFFFFFFu };
enum huge { WIDE = 0x100000000LL };
typedef enum { ON = 1, OFF = 0, AUTO = 2, } mode;
int main(void) {
  printf("%d %d %d %d %d %d %d\n", A, B, C, D, E, F, G);
  printf("%d %d %c\n", SIZE, MASK, LETTER);
  printf("%zu %zu %zu %zu\n", sizeof(enum first), sizeof(enum big), sizeof(enum huge), sizeof(mode));
  int v[SIZE];
  printf("%zu\n", sizeof v / sizeof *v);
  enum first e = B;
  e++; printf("%d\n", e);
  e = 77; printf("%d\n", e);
  mode m = AUTO;
  printf("%d %d\n", m * 3, m == 2);
  enum big b = HIGH;
  printf("%d\n", b > 0);
  return 0;
}
