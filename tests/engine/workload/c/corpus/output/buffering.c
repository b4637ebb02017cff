// setbuf and setvbuf do not change what arrives.
#include <stdio.h>
static char mine[64];
int main(void) {
  printf("%d\n", setvbuf(stdout, mine, _IOFBF, sizeof mine));
  for (int i = 0; i < 30; i++) printf("full %d ", i);
  printf("\n");
  setvbuf(stderr, NULL, _IONBF, 0);
  fprintf(stderr, "unbuffered\n");
  fflush(stdout);
  setbuf(stdin, NULL);
  setlinebuf(stderr);
  printf("%d %d\n", BUFSIZ, EOF);
  return 0;
}
