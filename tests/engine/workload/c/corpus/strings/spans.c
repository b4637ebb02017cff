// strspn and strcspn.
#include <stdio.h>
#include <string.h>
int main(void) {
  printf("%zu %zu %zu %zu\n", strspn("12345abc", "0123456789"), strspn("abc", "0"), strspn("", "x"), strspn("aab", "ab"));
  printf("%zu %zu %zu %zu\n", strcspn("key=value", "="), strcspn("none", "=,"), strcspn("", "x"), strcspn("abc", ""));
  char line[] = "text with newline\n";
  line[strcspn(line, "\n")] = 0;
  printf("[%s]\n", line);
  const char *p = "  12 , 7;40 ";
  while (*p) {
    p += strspn(p, " ,;");
    size_t n = strcspn(p, " ,;");
    if (n) printf("<%.*s>", (int)n, p);
    p += n;
  }
  printf("\n");
  return 0;
}
