// A stack machine with an enum of operations and a table of handlers.
#include <stdio.h>
typedef struct vm { int stack[32], *sp; const int *pc; int running; long steps; } vm;
enum { PUSH, ADD, MUL, SUB, DUP, SWAP, JNZ, PRINT, HALT };
static void push(vm *m) { *m->sp++ = *m->pc++; }
static void add(vm *m) { m->sp--; m->sp[-1] += *m->sp; }
static void mul(vm *m) { m->sp--; m->sp[-1] *= *m->sp; }
static void sub(vm *m) { m->sp--; m->sp[-1] -= *m->sp; }
static void dup(vm *m) { m->sp[0] = m->sp[-1]; m->sp++; }
static void swap(vm *m) { int t = m->sp[-1]; m->sp[-1] = m->sp[-2]; m->sp[-2] = t; }
static void jnz(vm *m) { int by = *m->pc++; if (m->sp[-1]) m->pc += by; }
static void print(vm *m) { printf("%d ", m->sp[-2]); }
static void halt(vm *m) { m->running = 0; }
static void (*const handlers[])(vm *) = {push, add, mul, sub, dup, swap, jnz, print, halt};
int main(void) {
  static const int code[] = {PUSH, 1, PUSH, 10, SWAP, PUSH, 2, MUL, SWAP, PRINT, PUSH, 1, SUB, JNZ, -11, HALT};
  vm m = {.sp = m.stack, .pc = code, .running = 1};
  for (; m.running; m.steps++) handlers[*m.pc++](&m);
  printf("\n%ld %td %d\n", m.steps, m.sp - m.stack, m.stack[0]);
  return 0;
}
