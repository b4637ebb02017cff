// A page made read-only can be read and not written.
#include <stdio.h>
#include <sys/mman.h>
int main(void) {
  volatile char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  p[10] = 'p';
  printf("%d\n", mprotect((void *)p, 4096, PROT_READ));
  printf("%c\n", p[10]);
  mprotect((void *)p, 4096, PROT_READ | PROT_WRITE);
  p[10] = 'q';
  mprotect((void *)p, 4096, PROT_READ);
  printf("%c\n", p[10]);
  fflush(stdout);
  p[10] = 'r';
  printf("never\n");
  return 0;
}
