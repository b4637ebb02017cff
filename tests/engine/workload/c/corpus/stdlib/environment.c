// A variable that is not set.
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
  const char *v = getenv("NO_SUCH_VARIABLE_HERE");
  printf("%s %d\n", v ? v : "unset", argc);
  printf("%d %d\n", argv[argc] == NULL, getenv("") == NULL);
  return 0;
}
