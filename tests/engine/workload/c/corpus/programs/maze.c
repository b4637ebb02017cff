// The shortest way through a maze by breadth first search.
#include <stdio.h>
#include <string.h>
enum { H = 9, W = 15 };
static char maze[H][W + 1] = {
  "###############", "#S  #     #   #", "# # # ### # # #", "# #   #   # # #", "# ##### ### # #",
  "#     # #   # #", "##### # # ### #", "#     #      E#", "###############"};
static struct { signed char y, x; } queue[H * W];
int main(void) {
  int distance[H][W], head = 0, tail = 0, from[H][W];
  memset(distance, -1, sizeof distance);
  for (int y = 0; y < H; y++) for (int x = 0; x < W; x++) if (maze[y][x] == 'S') { queue[tail].y = y; queue[tail++].x = x; distance[y][x] = 0; }
  static const int step[4][2] = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};
  int y = 0, x = 0;
  while (head < tail) {
    y = queue[head].y; x = queue[head++].x;
    if (maze[y][x] == 'E') break;
    for (int i = 0; i < 4; i++) {
      int ny = y + step[i][0], nx = x + step[i][1];
      if (maze[ny][nx] == '#' || distance[ny][nx] >= 0) continue;
      distance[ny][nx] = distance[y][x] + 1;
      from[ny][nx] = i;
      queue[tail].y = ny; queue[tail++].x = nx;
    }
  }
  printf("%d\n", distance[y][x]);
  while (maze[y][x] != 'S') { int i = from[y][x]; if (maze[y][x] != 'E') maze[y][x] = '.'; y -= step[i][0]; x -= step[i][1]; }
  for (int r = 0; r < H; r++) puts(maze[r]);
  return 0;
}
