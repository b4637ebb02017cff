// Counting and sorting the words of a text.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct word { char text[12]; int count; };
static int order(const void *a, const void *b) {
  const struct word *x = a, *y = b;
  return x->count != y->count ? y->count - x->count : strcmp(x->text, y->text);
}
int main(void) {
  const char *text = "The heap is a heap of chunks; the top chunk is the end of the heap. A heap?";
  struct word words[20];
  int n = 0;
  for (const char *p = text; *p;) {
    char w[12];
    int k = 0;
    while (*p && !isalpha((unsigned char)*p)) p++;
    while (isalpha((unsigned char)*p)) w[k++] = (char)tolower((unsigned char)*p++);
    w[k] = 0;
    if (!k) break;
    int i = 0;
    while (i < n && strcmp(words[i].text, w)) i++;
    if (i == n) { strcpy(words[n].text, w); words[n++].count = 0; }
    words[i].count++;
  }
  qsort(words, n, sizeof *words, order);
  for (int i = 0; i < n; i++) printf("%s %d\n", words[i].text, words[i].count);
  return 0;
}
