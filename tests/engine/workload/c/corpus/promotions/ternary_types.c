// A conditional expression has the common type of its branches.
#include <stdio.h>
int main(void) {
  int yes = 1;
  printf("%d\n", (yes ? -1 : 0u) > 0);
  printf("%d\n", (yes ? (short)-1 : (unsigned short)0) > 0);
  printf("%zu %zu\n", sizeof(yes ? 1 : 1LL), sizeof(yes ? 'a' : (char)1));
  printf("%f\n", yes ? 1 : 2.0);
  printf("%zu\n", sizeof(yes ? 1 : 2.0f));
  const char *s = yes ? "yes" : NULL;
  void *v = yes ? (void *)s : 0;
  printf("%s %d\n", s, v == s);
  printf("%d %d\n", yes ?: 5, 0 ?: 5);
  int x = 3, *p = yes ? &x : 0;
  *(yes ? p : 0) = 9;
  printf("%d\n", x);
  printf("%lld\n", yes ? -1 : 0LL);
  printf("%lld\n", (long long)(yes ? -1 : 0u));
  return 0;
}
