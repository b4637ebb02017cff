// An unmapped page faults.
#include <stdio.h>
#include <sys/mman.h>
int main(void) {
  volatile char *p = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  p[5000] = 'k';
  printf("%c\n", p[5000]);
  fflush(stdout);
  munmap((void *)p, 8192);
  printf("%c\n", p[5000]);
  return 0;
}
