// %c, %s, %[ and literal text.
#include <stdio.h>
int main(void) {
  char a, b, name[20], rest[40], three[4] = {0};
  int count = -1, n = scanf("%c%c", &a, &b); printf("%d [%c][%c]\n", n, a, b);
  n = scanf(" %c", &a); printf("%d [%c]\n", n, a);
  n = scanf("%s%s", name, rest); printf("%d [%s][%s]\n", n, name, rest);
  n = scanf(" key = %19[a-z]; %39[^\n]", name, rest); printf("%d [%s][%s]\n", n, name, rest);
  n = scanf("%3c", three); printf("%d [%d][%s]\n", n, three[0], three + 1);
  n = scanf("%*s %2s%s", name, rest); printf("%d [%s][%s]\n", n, name, rest);
  n = scanf(" %[]x-]%n", name, &count); printf("%d [%s] %d\n", n, name, count);
  n = scanf("%s", rest); printf("%d [%s]\n", n, rest);
  return 0;
}
