// memalign, posix_memalign and aligned_alloc.
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  for (size_t a = 16; a <= 4096; a *= 4) {
    char *p = memalign(a, 100), *q = aligned_alloc(a, a * 2);
    void *r = NULL;
    int e = posix_memalign(&r, a, 33);
    p[99] = q[a] = 1;
    printf("%zu %d %d %d %d\n", a, (uintptr_t)p % a == 0, (uintptr_t)q % a == 0, (uintptr_t)r % a == 0, e);
    free(p); free(q); free(r);
  }
  void *bad = &bad;
  printf("%d\n", posix_memalign(&bad, 3, 10) == EINVAL);
  return 0;
}
