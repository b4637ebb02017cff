// %s with width and precision, also of unterminated arrays and NULL.
#include <stdio.h>
int main(void) {
  const char open[3] = {'a', 'b', 'c'};
  printf("[%s][%10s][%-10s][%.2s][%10.2s][%-10.2s][%.0s][%.10s]\n", "text", "text", "text", "text", "text", "text", "text", "text");
  printf("[%.3s][%.*s]\n", open, 2, open);
  printf("[%s][%10s][%-5s]\n", "", "", "");
  char *volatile null = NULL;
  printf("[%s][%10s][%.3s][%.6s]\n", null, null, null, null);
  printf("[%c][%5c][%-5c][%c]\n", 'a', 'b', 'c', 'A' + 256);
  printf("[%2s][%3s]\n", "longer", "abc");
  return 0;
}
