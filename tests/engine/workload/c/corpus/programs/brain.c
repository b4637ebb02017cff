// An interpreter of a tiny tape language.
#include <stdio.h>
static unsigned char tape[300];
static int run(const char *code, int limit) {
  int at = 0, steps = 0;
  for (const char *p = code; *p && steps < limit; p++, steps++) {
    switch (*p) {
      case '>': at++; break;
      case '<': at--; break;
      case '+': tape[at]++; break;
      case '-': tape[at]--; break;
      case '.': putchar(tape[at]); break;
      case '[':
        if (!tape[at]) for (int depth = 1; depth;) { p++; depth += (*p == '[') - (*p == ']'); }
        break;
      case ']':
        if (tape[at]) for (int depth = 1; depth;) { p--; depth += (*p == ']') - (*p == '['); }
    }
  }
  return steps;
}
int main(void) {
  int n = run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.", 100000);
  printf("%d\n", n);
  return 0;
}
