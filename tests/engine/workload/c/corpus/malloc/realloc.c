// realloc keeps the contents, growing and shrinking.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
  char *p = realloc(NULL, 8);
  strcpy(p, "start");
  for (size_t n = 16; n <= 200000; n *= 3) {
    p = realloc(p, n);
    size_t used = strlen(p);
    for (; used < n - 1 && used < 60; used++) p[used] = 'a' + used % 26;
    p[used] = 0;
    printf("%zu %s\n", n, p);
  }
  p = realloc(p, 4);
  printf("%.4s\n", p);
  int *v = NULL, room = 0, n = 0;
  for (int i = 0; i < 1000; i++) {
    if (n == room) v = realloc(v, (room = room ? room * 2 : 1) * sizeof *v);
    v[n++] = i;
  }
  long sum = 0;
  for (int i = 0; i < n; i++) sum += v[i];
  printf("%d %d %ld\n", n, room, sum);
  free(p); free(v);
  return 0;
}
