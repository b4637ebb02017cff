// else belongs to the nearest if.
#include <stdio.h>
static const char *pick(int a, int b) {
  if (a)
    if (b) return "both";
    else return "only a";
  return "no a";
}
static int clamp(int v) {
  if (v < 0) v = 0;
  else if (v > 9) v = 9;
  else if (v == 5) { } else v = -v;
  return v;
}
int main(void) {
  printf("%s %s %s %s\n", pick(1, 1), pick(1, 0), pick(0, 1), pick(0, 0));
  for (int i = -2; i < 12; i += 1) printf("%d ", clamp(i));
  printf("\n");
  if (0) ; else printf("else\n");
  if (1) { if (0) printf("no"); } else printf("never");
  return 0;
}
