// A dump of bytes as tools print it.
#include <ctype.h>
#include <stdio.h>
static void dump(const void *data, size_t n) {
  const unsigned char *p = data;
  for (size_t i = 0; i < n; i += 16) {
    printf("%08zx: ", i);
    for (size_t j = i; j < i + 16; j++) if (j < n) printf("%02x%s", p[j], j % 2 ? " " : ""); else printf("%s", j % 2 ? "   " : "  ");
    printf(" ");
    for (size_t j = i; j < i + 16 && j < n; j++) putchar(isprint(p[j]) ? p[j] : '.');
    printf("\n");
  }
}
int main(void) {
  char text[] = "Words of the heap\n\tand \x7f\x80 others, 41 bytes";
  dump(text, sizeof text);
  unsigned v[] = {0x12345678, 0, ~0u};
  dump(v, sizeof v);
  return 0;
}
