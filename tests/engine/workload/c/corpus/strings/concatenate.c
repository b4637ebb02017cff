// strcat and strncat.
#include <stdio.h>
#include <string.h>
int main(void) {
  char a[32] = "one";
  printf("%s\n", strcat(a, " two"));
  printf("%s\n", strncat(a, " three and more", 6));
  printf("%s\n", strncat(a, "!", 10));
  printf("%s %zu\n", strncat(a, "none", 0), strlen(a));
  char b[8] = "";
  strcat(strcat(b, "x"), "y");
  printf("[%s]\n", b);
  for (int i = 0; i < 5; i++) strncat(b, "abcde" + i, 1);
  printf("[%s] %d\n", b, b[7]);
  return 0;
}
