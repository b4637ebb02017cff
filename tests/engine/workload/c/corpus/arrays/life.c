// Some generations of the game of life on a torus.
#include <stdio.h>
#include <string.h>
#define H 8
#define W 10
static char grid[H][W + 1] = {"..........", "..#.......", "...#......", ".###......", "..........",
                              "......##..", "......##..", ".........."};
static int around(int y, int x) {
  int n = 0;
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      if (dy || dx) n += grid[(y + dy + H) % H][(x + dx + W) % W] == '#';
  return n;
}
int main(void) {
  for (int g = 0; g < 6; g++) {
    char next[H][W + 1];
    memcpy(next, grid, sizeof grid);
    for (int y = 0; y < H; y++)
      for (int x = 0; x < W; x++) {
        int n = around(y, x);
        next[y][x] = n == 3 || (n == 2 && grid[y][x] == '#') ? '#' : '.';
      }
    memcpy(grid, next, sizeof grid);
    for (int y = 0; y < H; y++) puts(grid[y]);
    puts("");
  }
  return 0;
}
