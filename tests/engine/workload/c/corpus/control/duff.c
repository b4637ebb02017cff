// Cases inside a loop that the switch jumps into.
#include <stdio.h>
static void copy(char *to, const char *from, int count) {
  int rounds = (count + 3) / 4;
  switch (count % 4) {
    case 0: do { *to++ = *from++;
    case 3:      *to++ = *from++;
    case 2:      *to++ = *from++;
    case 1:      *to++ = *from++;
            } while (--rounds > 0);
  }
}
int main(void) {
  const char text[] = "The quick brown fox";
  for (int n = 1; n < 20; n++) {
    char out[24] = {0};
    copy(out, text, n);
    printf("%d %s|\n", n, out);
  }
  return 0;
}
