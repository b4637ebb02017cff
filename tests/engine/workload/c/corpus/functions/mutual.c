// A calculator of mutually recursive functions.
#include <stdio.h>
static const char *at;
static int expression(void);
static int atom(void) {
  int value = 0;
  if (*at == '(') { at++; value = expression(); at++; return value; }
  if (*at == '-') { at++; return -atom(); }
  while (*at >= '0' && *at <= '9') value = value * 10 + *at++ - '0';
  return value;
}
static int term(void) {
  int value = atom();
  while (*at == '*' || *at == '/' || *at == '%') {
    char op = *at++;
    int right = atom();
    value = op == '*' ? value * right : op == '/' ? value / right : value % right;
  }
  return value;
}
static int expression(void) {
  int value = term();
  while (*at == '+' || *at == '-') value = *at++ == '+' ? value + term() : value - term();
  return value;
}
static int odd(unsigned n);
static int even(unsigned n) { return n ? odd(n - 1) : 1; }
static int odd(unsigned n) { return n ? even(n - 1) : 0; }
int main(void) {
  const char *lines[] = {"1+2*3", "(1+2)*3", "100/7%5", "-(4-9)*-2", "2*(3+(4-1)*5)-6", "((((7))))"};
  for (int i = 0; i < 6; i++) { at = lines[i]; printf("%s = %d\n", lines[i], expression()); }
  printf("%d %d\n", even(50), odd(51));
  return 0;
}
