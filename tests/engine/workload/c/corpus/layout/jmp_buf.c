// <setjmp.h> in a program that never jumps: its types, and an unused jmp_buf among other globals
#include <setjmp.h>
#include <stdio.h>

static jmp_buf here;
static struct { int before; sigjmp_buf there; int after; } both;

int main(void) {
  both.after = 1;
  printf("%zu %zu %zu\n", sizeof(jmp_buf), sizeof both, (size_t)((char *)&both.after - (char *)&both));
  printf("%d\n", (int)here->__mask_was_saved);
  return 0;
}
