// Memoised recursion with a static table, and a recursive permutation.
#include <stdio.h>
#include <string.h>
static unsigned long long fib(int n) {
  static unsigned long long known[91];
  if (n < 2) return n;
  return known[n] ? known[n] : (known[n] = fib(n - 1) + fib(n - 2));
}
static int made;
static void permute(char *s, int at) {
  if (!s[at]) { if (made++ % 5 == 0) printf("%s ", s); return; }
  for (int i = at; s[i]; i++) {
    char t = s[at]; s[at] = s[i]; s[i] = t;
    permute(s, at + 1);
    t = s[at]; s[at] = s[i]; s[i] = t;
  }
}
static int ways(int cents, const int *coins) { return cents == 0 ? 1 : cents < 0 || !*coins ? 0 : ways(cents - *coins, coins) + ways(cents, coins + 1); }
int main(void) {
  printf("%llu\n", fib(90));
  char s[] = "abcd";
  permute(s, 0);
  printf("%d\n%d\n", made, ways(100, (int[]){50, 20, 10, 5, 0}));
  return 0;
}
