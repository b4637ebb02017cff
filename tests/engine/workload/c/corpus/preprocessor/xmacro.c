// A table of lines turned into an enum, strings and a switch.
#include <stdio.h>
#define OPS(X) X(ADD, +) X(SUB, -) X(MUL, *) X(AND, &) X(SHL, <<)
#define AS_ENUM(name, op) OP_##name,
#define AS_NAME(name, op) [OP_##name] = #name "(" #op ")",
#define AS_CASE(name, op) case OP_##name: return a op b;
#define PLUS_ONE(...) +1
enum op { OPS(AS_ENUM) OP_COUNT };
static const char *const names[] = {OPS(AS_NAME)};
static int run(enum op o, int a, int b) {
  switch (o) {
    OPS(AS_CASE)
    default: return -1;
  }
}
int main(void) {
  for (int o = 0; o <= OP_COUNT; o++) printf("%s %d\n", o < OP_COUNT ? names[o] : "?", run(o, 12, 5));
  printf("%d\n", 0 OPS(PLUS_ONE));
  return 0;
}
