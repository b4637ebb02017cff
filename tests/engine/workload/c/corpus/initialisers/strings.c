// Strings that initialise arrays and pointers.
#include <stdio.h>
char exact[3] = "abc", longer[6] = "ab", open[] = "open", braces[] = {"braces"};
char table[][5] = {"one", "two", "four"};
const char *list[] = {"x", "yy" "zz", ""};
struct { char name[4]; const char *note; } s[] = {{"n1", "note"}, {{'a', 'b'}, "chars"}};
int main(void) {
  printf("%.3s %s %zu %zu %s\n", exact, longer, sizeof open, sizeof braces, braces);
  for (int i = 0; i < 3; i++) printf("%s %s|", table[i], list[i]);
  printf("\n%zu %zu\n", sizeof table, sizeof list / sizeof *list);
  for (int i = 0; i < 2; i++) printf("%s %s\n", s[i].name, s[i].note);
  char local[10] = "local";
  for (int i = 4; i < 10; i++) printf("%d ", local[i]);
  printf("\n");
  unsigned char bytes[] = "\xff\x01";
  printf("%d %d %zu\n", bytes[0], bytes[1], sizeof bytes);
  char cut[2][3] = {"abc", "d"};
  printf("%.3s %s\n", cut[0], cut[1]);
  return 0;
}
