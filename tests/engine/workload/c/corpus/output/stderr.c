// stderr is a stream of its own.
#include <stdio.h>
int main(void) {
  fprintf(stderr, "error %d\n", 1);
  printf("out 1\n");
  fputs("error 2\n", stderr);
  puts("out 2");
  putc('!', stderr);
  fputc('\n', stderr);
  fflush(stdout);
  fflush(NULL);
  fwrite("raw\n", 1, 4, stderr);
  return 3;
}
