// read takes bytes below stdio.
#include <stdio.h>
#include <unistd.h>
int main(void) {
  char b[16];
  int n, total = 0;
  while ((n = (int)read(0, b, 5)) > 0) {
    for (int i = 0; i < n; i++) printf("%02x ", b[i]);
    printf("\n");
    total += n;
  }
  printf("%d %d\n", total, n);
  return 0;
}
