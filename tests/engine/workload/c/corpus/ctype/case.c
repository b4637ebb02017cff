// toupper and tolower change letters only.
#include <ctype.h>
#include <stdio.h>
int main(void) {
  for (int c = 0; c < 256; c++) if (toupper(c) != c || tolower(c) != c) printf("%d:%c%c ", c, toupper(c), tolower(c));
  printf("\n%d %d\n", toupper(EOF), tolower(-1));
  char text[] = "Mixed Case 123!";
  for (char *p = text; *p; p++) *p = (char)(isupper(*p) ? tolower(*p) : toupper(*p));
  puts(text);
  return 0;
}
