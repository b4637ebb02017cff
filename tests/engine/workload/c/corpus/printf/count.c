// %n stores how much was written, %% writes one.
#include <stdio.h>
int main(void) {
  int n;
  char c;
  short s;
  long long w;
  printf("12345%n67\n", &n); printf("%d\n", n);
  printf("%d %s%hhn%hn|%lln\n", 42, "abc", &c, &s, &w); printf("%d %d %lld\n", c, s, w);
  printf("100%% %%d %5%|%-5%|\n");
  n = printf("%s\n", "returned"); printf("%d\n", n);
  n = printf(""); printf("%d\n", n);
  printf("%d\n", printf("%c%5d\n", 'x', 3));
  return 0;
}
