// __builtin_trap is an illegal instruction.
#include <stdio.h>
int main(void) {
  puts("trap");
  fflush(stdout);
  __builtin_trap();
}
