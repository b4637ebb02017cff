// gcc lets void pointers and function pointers step by one byte.
#include <stdio.h>
#include <string.h>
int main(void) {
  unsigned words[4] = {0x11223344, 0x55667788, 0x99aabbcc, 0xddeeff00};
  void *p = words;
  printf("%x\n", *(unsigned *)(p + 4));
  printf("%x\n", *(unsigned char *)(p + 5));
  p += 8;
  printf("%x %td\n", *(unsigned *)p, p - (void *)words);
  p--;
  printf("%x\n", *(unsigned char *)p);
  printf("%zu\n", sizeof(void));
  void *end = (void *)words + sizeof words;
  int count = 0;
  for (void *q = words; q < end; q += sizeof(unsigned)) count++;
  printf("%d\n", count);
  return 0;
}
