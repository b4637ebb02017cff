// %c, %s, %[ and literal text.
#include <stdio.h>
int main(void) {
  char a, b, name[20], rest[40], three[4] = {0};
  int n = scanf("%c%c", &a, &b); printf("%d [%c][%c]\n", n, a, b);
  n = scanf(" %c", &a); printf("%d [%c]\n", n, a);
  n = scanf("%s", name); printf("%d [%s]\n", n, name);
  n = scanf(" key = %19[a-z]; %39[^\n]", name, rest); printf("%d [%s][%s]\n", n, name, rest);
  n = scanf("%3c", three); printf("%d [%d][%s]\n", n, three[0], three + 1);
  n = scanf("%*s %2s%s", name, rest); printf("%d [%s][%s]\n", n, name, rest);
  n = scanf(" %[]x-]%n", name, &n); printf("[%s]\n", name);
  n = scanf("%s", rest); printf("%d [%s]\n", n, rest);
  return 0;
}
