// Escapes and characters of literals, and their values as int.
#include <stdio.h>
int main(void) {
  char all[] = {'\a', '\b', '\f', '\n', '\r', '\t', '\v', '\\', '\'', '\"', '\?', '\0', '\7', '\101', '\x41', '\xff', '\377'};
  for (unsigned i = 0; i < sizeof all; i++) printf("%d ", all[i]);
  printf("\n%d %d %d\n", '\xff', '\200', 'A');
  const char *s = "a\x42" "c\0q";
  printf("%d %d %d %d %d\n", s[0], s[1], s[2], s[3], s[4]);
  printf("%zu\n", sizeof "a\x42" "c\0q");
  printf("%s\n", "\101\102\103 tab\there \"quoted\" back\\slash");
  printf("%d %d\n", 'ab', 'abcd');
  return 0;
}
