// scanf leaves the newline for who reads next.
#include <stdio.h>
int main(void) {
  int n;
  char line[32];
  scanf("%d", &n);
  printf("%d, next %d\n", n, getchar());
  for (int i = 0; i < n; i++) { fgets(line, sizeof line, stdin); printf("%d %s", i, line); }
  while (getchar() != '\n') ;
  scanf("%d%*c", &n);
  fgets(line, sizeof line, stdin);
  printf("%d %s", n, line);
  printf("%d\n", scanf(" "));
  return 0;
}
