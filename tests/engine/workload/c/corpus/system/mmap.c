// Anonymous pages come zeroed, page by page, and go.
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>
int main(void) {
  long page = sysconf(_SC_PAGESIZE);
  char *p = mmap(NULL, 3 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  printf("%ld %d %d\n", page, p != MAP_FAILED, (uintptr_t)p % page == 0);
  int sum = 0;
  for (long i = 0; i < 3 * page; i++) sum += p[i];
  p[0] = 'a'; p[3 * page - 1] = 'z';
  printf("%d %c%c\n", sum, p[0], p[3 * page - 1]);
  printf("%d\n", munmap(p + page, page));
  printf("%c%c\n", p[0], p[3 * page - 1]);
  printf("%d\n", munmap(p, 3 * page));
  printf("%d\n", mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED);
  return 0;
}
