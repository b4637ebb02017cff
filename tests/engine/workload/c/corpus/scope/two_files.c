// Two translation units share what is not static.
#include <stdio.h>
#include "two_files.h"
static int secret = 1;
static int hidden(void) { return secret; }
int shared_counter = 5;
int main(void) {
  printf("%d %d\n", hidden(), other_hidden());
  bump();
  bump();
  printf("%d %d\n", shared_counter, common);
  struct item i = make_item(LIMIT);
  printf("%d %s %d\n", i.n, i.text, table[1]);
  return 0;
}
