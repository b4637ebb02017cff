// snprintf cuts, ends with zero and tells the whole length.
#include <stdio.h>
#include <string.h>
int main(void) {
  char b[16];
  for (int size = 0; size < 13; size++) {
    memset(b, '#', sizeof b);
    int n = snprintf(b, size, "%d-%s", 123, "heap");
    printf("%d %d ", size, n);
    for (int i = 0; i < 10; i++) putchar(b[i] ? b[i] : '0');
    putchar('\n');
  }
  printf("%d\n", snprintf(NULL, 0, "%1000d", 7));
  int n = snprintf(b, sizeof b, "%s", "exactly fifteen");
  printf("%d %s\n", n, b);
  return 0;
}
