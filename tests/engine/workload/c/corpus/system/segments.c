// Text, data, bss, heap and stack lie in their usual order.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
extern char etext, edata, end;
static int initialised = 5, blank[100];
int main(void) {
  int local = 1;
  char *block = malloc(10);
  printf("%d %d\n", (uintptr_t)main < (uintptr_t)&etext, (uintptr_t)&etext < (uintptr_t)&initialised);
  printf("%d %d\n", (char *)&initialised < &edata, (char *)blank >= &edata);
  printf("%d %d\n", (char *)(blank + 100) <= &end, (uintptr_t)&end <= (uintptr_t)block);
  printf("%d %d\n", (uintptr_t)block < (uintptr_t)sbrk(0), (uintptr_t)block < (uintptr_t)&local);
  printf("%d\n", blank[99] + initialised);
  return 0;
}
