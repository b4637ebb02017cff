// Strings changed in place, palindromes, and a caesar cipher.
#include <stdio.h>
#include <string.h>
static void flip(char *s, size_t n) { for (size_t i = 0; i < n / 2; i++) { char t = s[i]; s[i] = s[n - 1 - i]; s[n - 1 - i] = t; } }
static void flip_words(char *s) {
  flip(s, strlen(s));
  while (*s) { size_t n = strcspn(s, " "); flip(s, n); s += n; if (*s) s++; }
}
static int palindrome(const char *s) { size_t i = 0, j = strlen(s); while (i + 1 < j) if (s[i++] != s[--j]) return 0; return 1; }
static void caesar(char *s, int by) { for (; *s; s++) if (*s >= 'a' && *s <= 'z') *s = 'a' + (*s - 'a' + by + 26) % 26; }
int main(void) {
  char s[] = "one two three four";
  flip_words(s); printf("%s\n", s);
  caesar(s, 13); printf("%s\n", s);
  caesar(s, -13); printf("%s\n", s);
  printf("%d %d %d %d\n", palindrome(""), palindrome("level"), palindrome("abba"), palindrome("abca"));
  return 0;
}
