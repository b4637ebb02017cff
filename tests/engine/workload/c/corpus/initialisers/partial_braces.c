// Missing inner braces and rows that are too short.
#include <stdio.h>
int full[2][2][2] = {1, 2, 3, 4, 5, 6, 7, 8};
int some[3][3] = {{1}, {2, 3}, 4, 5};
struct line { int from[2], to[2]; } lines[] = {1, 2, 3, 4, {{5}, {6}}, {7, 8, 9}};
int main(void) {
  for (int i = 0; i < 8; i++) printf("%d", (&full[0][0][0])[i]);
  printf(" ");
  for (int i = 0; i < 9; i++) printf("%d", some[i / 3][i % 3]);
  printf(" %zu ", sizeof lines / sizeof *lines);
  for (int i = 0; i < 3; i++) printf("%d%d%d%d ", lines[i].from[0], lines[i].from[1], lines[i].to[0], lines[i].to[1]);
  int local[2][3] = {1, 2, 3, {4}};
  printf("%d %d %d\n", local[0][2], local[1][0], local[1][1]);
  return 0;
}
