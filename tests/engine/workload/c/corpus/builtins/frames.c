// Frame and return addresses tell the caller's order.
#include <stdint.h>
#include <stdio.h>
static uintptr_t outer_frame;
static int __attribute__((noinline)) inner(void) {
  return (uintptr_t)__builtin_frame_address(0) < outer_frame && __builtin_return_address(0) != NULL;
}
static int __attribute__((noinline)) outer(void) {
  outer_frame = (uintptr_t)__builtin_frame_address(0);
  return inner() + 1;
}
int main(void) {
  int local = outer();
  printf("%d %d\n", local, (uintptr_t)&local > outer_frame);
  return 0;
}
