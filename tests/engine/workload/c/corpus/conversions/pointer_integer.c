// Pointers and integers convert both ways; small integers go and return.
#include <stdint.h>
#include <stdio.h>
int main(void) {
  int x = 42, *p = &x;
  uintptr_t bits = (uintptr_t)p;
  int *q = (int *)bits;
  printf("%d %d\n", *q, p == q);
  void *small = (void *)1234L;
  printf("%ld\n", (long)small);
  printf("%d\n", (char *)(bits + sizeof x) - (char *)p == sizeof x);
  printf("%d\n", (uintptr_t)(p + 1) - (uintptr_t)p == sizeof x);
  printf("%d %d\n", (void *)0 == NULL, (intptr_t)NULL == 0);
  printf("%d\n", (int)(long)(void *)-1L);
  printf("%d\n", (void *)(size_t)-1 == (void *)-1L);
  unsigned long word = (unsigned long)p;
  printf("%d\n", *(int *)word);
  printf("%d\n", ((unsigned long)p & 3) == 0);
  return 0;
}
