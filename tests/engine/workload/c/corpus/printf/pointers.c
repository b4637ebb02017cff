// %p of NULL and of chosen values.
#include <stdint.h>
#include <stdio.h>
int main(void) {
  void *volatile null = NULL;
  printf("%p [%10p] [%-10p] [%3p]\n", null, null, null, null);
  printf("%p %p %p\n", (void *)1, (void *)0x1000, (void *)(uintptr_t)0xdeadbeef);
  printf("[%20p] [%-20p] [%020p]\n", (void *)0x1234, (void *)0x1234, (void *)0x1234);
  printf("[%#p] [%+p]\n", (void *)0x12, (void *)0x12);
  printf("%p\n", (void *)-1L);
  return 0;
}
