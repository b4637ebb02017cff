// Macros that rename library functions, and calls that avoid them.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int calls;
static void *mm_malloc(size_t n) { calls++; return (malloc)(n); }
static void mm_free(void *p) { calls += 10; free(p); }
#define malloc mm_malloc
#define free(p) mm_free(p)
#define strlen(s) (strlen(s) + 1)
int main(void) {
  char *p = malloc(10);
  strcpy(p, "renamed");
  printf("%s %zu %zu\n", p, strlen(p), (strlen)(p));
  free(p);
  void (*release)(void *) = free;
  void *q = malloc(1);
  release(q);
  printf("%d\n", calls);
  return 0;
}
