// main's arguments and its recursion.
#include <stdio.h>
#include <string.h>
int main(int argc, char *argv[]) {
  static int depth;
  if (depth == 0) {
    printf("%d %d %d\n", argc, argv[0] != NULL && *argv[0], argv[argc] == NULL);
    depth++;
    char *more[] = {"self", "x", NULL};
    printf("%d\n", main(2, more));
    return 0;
  }
  printf("again %d %s\n", argc, argv[1]);
  return (int)strlen(argv[0]);
}
