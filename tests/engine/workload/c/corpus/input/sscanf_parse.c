// A small command language parsed by sscanf.
#include <stdio.h>
#include <string.h>
int main(void) {
  const char *lines[] = {"a 0 512", "f 3", "r 1 99999", "a x", "# comment", "", "  a 7   8  "};
  for (int i = 0; i < 7; i++) {
    char op;
    int id = -1, size = -1, used = -1;
    int n = sscanf(lines[i], " %c %d %d %n", &op, &id, &size, &used);
    printf("%d", n);
    if (n > 0) printf(" %c", op);
    if (n > 1) printf(" %d", id);
    if (n > 2) printf(" %d %d %zu", size, used, strlen(lines[i]));
    printf("\n");
  }
  char user[10], host[10];
  printf("%d ", sscanf("me@there.org", "%9[^@]@%9[a-z]", user, host));
  printf("%s %s\n", user, host);
  void *p;
  printf("%d ", sscanf("0x1f", "%p", &p));
  printf("%d\n", p == (void *)0x1f);
  return 0;
}
