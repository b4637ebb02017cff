// What scanf leaves behind when it fails in the middle.
#include <stdio.h>
int main(void) {
  int a = -1, b = -1, n;
  char rest[32];
  n = scanf("%d-%d", &a, &b); printf("%d %d %d\n", n, a, b);
  fgets(rest, sizeof rest, stdin); printf("[%s]\n", rest);
  n = scanf("x%d", &a); printf("%d\n", n);
  fgets(rest, sizeof rest, stdin); printf("[%s]\n", rest);
  n = scanf("%d", &a); printf("%d %d\n", n, a);
  n = scanf("%*[ \n]%[0-9]%n", rest, &b); printf("%d [%s] %d\n", n, rest, b);
  n = scanf("%c%*c%c", rest, rest + 1); printf("%d %c%c\n", n, rest[0], rest[1]);
  return 0;
}
