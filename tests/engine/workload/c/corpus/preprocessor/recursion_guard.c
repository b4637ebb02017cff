// Mutual macros stop, arguments are expanded before, nested calls are fine.
#include <stdio.h>
#define f(x) x + g(x)
#define g(x) f(x) * 2
#define wrap(x) <x>
#define STR(...) #__VA_ARGS__
#define XSTR(...) STR(__VA_ARGS__)
#define CHAIN1(x) CHAIN2(x)
#define CHAIN2(x) CHAIN3(x) CHAIN3(x)
#define CHAIN3(x) [x]
#define obj obj(1)
#define AND_THEN(x) x LPAREN
#define LPAREN (
int main(void) {
  puts(XSTR(f(1)));
  puts(XSTR(g(g(2))));
  puts(XSTR(wrap(wrap(wrap(a)))));
  puts(XSTR(CHAIN1(CHAIN3(z))));
  puts(XSTR(obj obj));
  puts(XSTR(wrap LPAREN x)));
  puts(XSTR(f));
  puts(XSTR(f (f)(1)));
  return 0;
}
