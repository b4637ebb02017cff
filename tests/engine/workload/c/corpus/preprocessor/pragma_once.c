// #pragma once, unknown pragmas, #warning, _Pragma, and a lone #.
#include <stdio.h>
#include "pragma_once.h"
#include "pragma_once.h"
#pragma GCC diagnostic push
#pragma something unknown (1, 2
#warning only a warning
_Pragma("GCC diagnostic pop")
#
#pragma pack(push, 1)
struct packed { char c; int i; };
#pragma pack(pop)
struct normal { char c; int i; };
int main(void) {
  printf("%d %zu %zu\n", once.v, sizeof(struct packed), sizeof(struct normal));
  return 0;
}
