// mremap grows a mapping and keeps its bytes; madvise can drop them.
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mman.h>
int main(void) {
  char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  p[0] = 'm'; p[4095] = 'n';
  p = mremap(p, 4096, 40960, MREMAP_MAYMOVE);
  printf("%c%c%d\n", p[0], p[4095], p[4096]);
  p[40959] = 'o';
  p = mremap(p, 40960, 8192, 0);
  printf("%c%d\n", p[4095], p[8191]);
  printf("%d %d\n", madvise(p, 4096, MADV_DONTNEED), p[0]);
  munmap(p, 8192);
  return 0;
}
