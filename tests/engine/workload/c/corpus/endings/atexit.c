// Functions of atexit run in reverse order, then buffers are written.
#include <stdio.h>
#include <stdlib.h>
static void one(void) { printf("one\n"); }
static void two(void) { printf("two\n"); atexit(one); }
static void three(void) { printf("three "); }
int main(void) {
  atexit(one);
  atexit(two);
  printf("%d\n", atexit(three));
  atexit(three);
  return EXIT_FAILURE;
}
