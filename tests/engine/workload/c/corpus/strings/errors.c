// strerror's wording for common errors.
#include <errno.h>
#include <stdio.h>
#include <string.h>
int main(void) {
  int codes[] = {0, EPERM, ENOENT, EINTR, EIO, EBADF, EAGAIN, ENOMEM, EACCES, EFAULT, EEXIST, EINVAL, ERANGE, EDOM, 9999, -1};
  for (unsigned i = 0; i < sizeof codes / sizeof *codes; i++) printf("%d %s\n", codes[i], strerror(codes[i]));
  return 0;
}
