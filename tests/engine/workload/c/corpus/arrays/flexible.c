// Flexible array members, [0] tails and the [1] idiom.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct flexible { int n; char data[]; };
struct zero { int n; long links[0]; };
struct one { short n; char data[1]; };
int main(void) {
  printf("%zu %zu %zu\n", sizeof(struct flexible), sizeof(struct zero), sizeof(struct one));
  printf("%zu %zu %zu\n", offsetof(struct flexible, data), offsetof(struct zero, links), offsetof(struct one, data));
  struct flexible *f = malloc(sizeof *f + 10);
  f->n = 9;
  strcpy(f->data, "nine char");
  printf("%d %s %c\n", f->n, f->data, f->data[5]);
  struct zero *z = malloc(sizeof *z + 3 * sizeof z->links[0]);
  for (z->n = 0; z->n < 3; z->n++) z->links[z->n] = z->n * 11;
  printf("%ld %ld\n", z->links[1], z->links[2]);
  static struct flexible fixed = {3, {'x', 'y', 'z'}};
  printf("%c%c\n", fixed.data[0], fixed.data[2]);
  free(f);
  free(z);
  return 0;
}
