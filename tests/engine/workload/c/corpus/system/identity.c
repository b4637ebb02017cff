// getpid, getpagesize and sysconf.
#include <stdio.h>
#include <unistd.h>
int main(void) {
  printf("%d %d\n", getpid() > 0, getpid() == getpid());
  printf("%d %ld\n", getpagesize(), sysconf(_SC_PAGESIZE));
  printf("%d\n", sysconf(_SC_NPROCESSORS_ONLN) >= 1);
  return 0;
}
