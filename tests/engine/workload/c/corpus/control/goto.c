// Jumps out of loops, backwards, and into blocks.
#include <stdio.h>
static int find(int want) {
  int i, j;
  for (i = 0; i < 5; i++)
    for (j = 0; j < 5; j++)
      if (i * j == want) goto found;
  return -1;
found:
  return i * 10 + j;
}
static int cleanup(int fail) {
  int result = -1;
  printf("open ");
  if (fail == 1) goto close;
  printf("lock ");
  if (fail == 2) goto unlock;
  result = 0;
unlock: printf("unlock ");
close: printf("close ");
  return result;
}
int main(void) {
  printf("%d %d %d\n", find(12), find(7), find(0));
  for (int i = 0; i < 3; i++) printf("%d\n", cleanup(i));
  int n = 0;
again:
  if (n++ < 3) goto again;
  printf("%d\n", n);
  goto inside;
  if (n) {
    n = 100;
  inside:
    n++;
  }
  printf("%d\n", n);
  goto end;
end: ;
  return 0;
}
