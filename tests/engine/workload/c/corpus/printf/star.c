// Widths and precisions given as arguments.
#include <stdio.h>
int main(void) {
  printf("[%*d][%-*d][%0*d]\n", 6, 42, 6, 42, 6, 42);
  printf("[%*d][%*s]\n", -6, 42, -5, "ab");
  printf("[%.*d][%.*d][%.*s][%.*s]\n", 4, 42, -1, 42, 2, "abcd", -1, "abcd");
  printf("[%*.*f][%-*.*e]\n", 10, 2, 3.14159, 14, 3, 31415.9);
  printf("[%.*f][%*c]\n", 0, 2.5, 3, 'x');
  for (int i = 0; i < 5; i++) printf("%*s%.*s\n", 4 - i, "", 2 * i + 1, "*********");
  printf("[%*d][%.*d]\n", 0, 5, 0, 0);
  return 0;
}
