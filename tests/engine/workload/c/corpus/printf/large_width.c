// Widths and precisions beyond any inner buffer.
#include <stdio.h>
int main(void) {
  int n = printf("%300d|%-300s|%.200d\n", 5, "left", 7);
  printf("%d\n", n);
  n = printf("%0400x|%.350f\n", 0xabc, 1.0 / 3);
  printf("%d\n", n);
  n = printf("%500s%c\n", "", 'e');
  printf("%d\n", n);
  return 0;
}
