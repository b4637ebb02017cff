// A program's own malloc that only moves a pointer; stdio may use it.
#include <stdio.h>
#include <string.h>
static char pool[1 << 16] __attribute__((aligned(16)));
static size_t used;
void *malloc(size_t n) {
  n = (n + 15) & ~(size_t)15;
  if (n > sizeof pool - used) return NULL;
  used += n;
  return pool + used - n;
}
void free(void *p) { }
void *calloc(size_t n, size_t m) { void *p = malloc(n * m); return p ? memset(p, 0, n * m) : p; }
void *realloc(void *p, size_t n) { void *q = malloc(n); if (q && p) memcpy(q, p, n); return q; }
int main(void) {
  char *a = malloc(10), *b = malloc(20), *c = calloc(3, 5);
  strcpy(a, "own"); strcpy(b, "pool");
  printf("%s %s %d %td\n", a, b, c[14], b - a);
  a = realloc(a, 100);
  printf("%s %d\n", a, malloc(1 << 20) == NULL);
  free(b);
  return 0;
}
