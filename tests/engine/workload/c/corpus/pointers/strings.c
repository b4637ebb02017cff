// Walking over strings by pointer.
#include <stdio.h>
static size_t length(const char *s) { const char *p = s; while (*p) ++p; return p - s; }
static char *copy(char *to, const char *from) { char *start = to; while ((*to++ = *from++)); return start; }
static void reverse(char *s) {
  char *e = s + length(s);
  while (s < --e) { char t = *s; *s++ = *e; *e = t; }
}
int main(void) {
  char buffer[32];
  printf("%zu %s\n", length("hello"), copy(buffer, "hello"));
  reverse(buffer); printf("%s\n", buffer);
  reverse(copy(buffer, "")); printf("[%s]\n", buffer);
  char *words[] = {"zero", "one", "two", NULL};
  for (char **w = words; *w; w++) printf("%c%c ", **w, *(*w + 1));
  printf("%c\n", words[1][2]);
  const char *text = "offset";
  printf("%s %c %c\n", text + 3, *text, "abc"[1]);
  return 0;
}
