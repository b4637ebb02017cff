// Long designator paths and going on after them.
#include <stdio.h>
struct cell { int v; char tag[4]; };
struct grid { struct cell cells[2][3]; int total; };
int main(void) {
  struct grid g = {.cells[1][1].v = 5, "abc", {9, "z"}, .total = 3, .cells[0] = {[2] = {7, {[1] = 'q'}}}};
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 3; j++) printf("%d[%d,%d] ", g.cells[i][j].v, g.cells[i][j].tag[0], g.cells[i][j].tag[1]);
  printf("%d\n", g.total);
  int m[3][4] = {[1][2] = 12, 13, 20, [0] = {[3] = 3}};
  for (int i = 0; i < 12; i++) printf("%d ", m[i / 4][i % 4]);
  printf("\n");
  return 0;
}
