// A second file included twice with other settings, and once guarded.
#include <stdio.h>
#include "include_file.h"
#include "include_file.h"
#define NAME first
#define VALUE 10
#include "include_file.x.h"
#undef NAME
#undef VALUE
#define NAME second
#define VALUE 20
#include "include_file.x.h"
#define HEADER "include_file.list.h"
enum { LIST_START = 100,
#define ITEM(n, v) n,
#include HEADER
#undef ITEM
LIST_END };
int main(void) {
  printf("%d %d %d\n", get_first(), get_second(), guarded);
#define ITEM(n, v) printf("%s=%d+%d\n", #n, n, v);
#include HEADER
  printf("%d\n", LIST_END);
  return 0;
}
