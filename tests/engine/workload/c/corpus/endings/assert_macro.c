// The text of an assertion shows macros expanded or not as gcc does.
#include <assert.h>
#include <stdio.h>
#define LIMIT 10
#define SMALL(x) ((x) < LIMIT)
int main(void) {
  assert(SMALL(3));
  assert(SMALL(12) || "text" == NULL);
  return 0;
}
