// fgets keeps the newline and cuts long lines.
#include <stdio.h>
#include <string.h>
int main(void) {
  char b[10];
  int lines = 0;
  while (fgets(b, sizeof b, stdin)) {
    size_t n = strlen(b);
    printf("%zu%s ", n, n && b[n - 1] == '\n' ? "n" : "");
    b[strcspn(b, "\n")] = 0;
    printf("[%s]\n", b);
    lines++;
  }
  printf("%d %d %d\n", lines, feof(stdin) != 0, ferror(stdin));
  printf("%d\n", fgets(b, 5, stdin) == NULL);
  return 0;
}
