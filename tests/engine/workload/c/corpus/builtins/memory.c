// gcc's builtins of the string functions, and alloca.
#include <alloca.h>
#include <stdio.h>
static int fill(int n) {
  char *p = alloca(n);
  __builtin_memset(p, 'q', n);
  int sum = 0;
  for (int i = 0; i < n; i++) sum += p[i];
  return sum;
}
int main(void) {
  char a[16], b[16];
  __builtin_strcpy(a, "builtin");
  __builtin_memcpy(b, a, 8);
  printf("%zu %d %d\n", __builtin_strlen(b), __builtin_strcmp(a, b), __builtin_memcmp(a, b, 8));
  for (int n = 1; n < 3000; n *= 7) printf("%d ", fill(n));
  char *parts[3];
  for (int i = 0; i < 3; i++) { parts[i] = __builtin_alloca(8); sprintf(parts[i], "part%d", i); }
  printf("%s %s %s\n", parts[0], parts[1], parts[2]);
  return 0;
}
