// Case ranges, dense and sparse cases.
#include <stdio.h>
static const char *kind(int c) {
  switch (c) {
    case '0' ... '9': return "digit";
    case 'a' ... 'z':
    case 'A' ... 'Z': return "letter";
    case -10 ... -1: return "negative";
    case 1000000: return "million";
    case 2147483647: return "max";
    case -2147483647 - 1: return "min";
    default: return "other";
  }
}
int main(void) {
  int v[] = {'0', '9', 'a', 'm', 'z', 'A', 'Z', '/', ':', '@', '[', '`', '{', -1, -10, -11, 1000000, 2147483647, -2147483647 - 1};
  for (unsigned i = 0; i < sizeof v / sizeof *v; i++) printf("%d %s\n", v[i], kind(v[i]));
  return 0;
}
