// vprintf, vfprintf, vsprintf, vsnprintf behind wrappers.
#include <stdarg.h>
#include <stdio.h>
static int out(const char *f, ...) { va_list l; va_start(l, f); int n = vprintf(f, l); va_end(l); return n; }
static int err(const char *f, ...) { va_list l; va_start(l, f); int n = vfprintf(stderr, f, l); va_end(l); return n; }
static int text(char *b, size_t n, const char *f, ...) { va_list l; va_start(l, f); int r = vsnprintf(b, n, f, l); va_end(l); return r; }
static char *whole(char *b, const char *f, ...) { va_list l; va_start(l, f); vsprintf(b, f, l); va_end(l); return b; }
int main(void) {
  char b[64];
  printf("%d\n", out("%d %s %c %.2f %llx\n", 1, "two", '3', 4.0, 5LL));
  printf("%d\n", err("to stderr %d\n", 6));
  printf("%d ", text(b, 8, "%s-%s", "12345", "67890")); puts(b);
  puts(whole(b, "%*d|%-*d|", 5, 1, 5, 2));
  return 0;
}
