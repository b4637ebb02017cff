// strtol: bases, signs, where it stops, and overflow.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
static void try(const char *s, int base) {
  char *end;
  errno = 0;
  long v = strtol(s, &end, base);
  printf("%s|%d: %ld rest '%s' errno %d\n", s, base, v, end, errno);
}
int main(void) {
  try("42", 10); try("  -17abc", 10); try("+5", 10); try("0x1F", 16); try("0x1F", 0); try("1f", 16); try("017", 0);
  try("017", 10); try("0b11", 0); try("zz", 36); try("129", 2); try("", 10); try("abc", 10); try("-", 10); try("0x", 16);
  try("0xg", 0); try("99999999999999999999", 10); try("-99999999999999999999", 10); try(" \t\n7 ", 10); try("08", 0);
  try("2147483647", 10); try("+-3", 10);
  return 0;
}
