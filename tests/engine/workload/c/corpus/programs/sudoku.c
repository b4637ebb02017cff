// A sudoku solved by trying.
#include <stdio.h>
static char grid[82] = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
static long tries;
static int fits(int at, char c) {
  int row = at / 9, col = at % 9, box = row / 3 * 27 + col / 3 * 3;
  for (int i = 0; i < 9; i++)
    if (grid[row * 9 + i] == c || grid[i * 9 + col] == c || grid[box + i / 3 * 9 + i % 3] == c) return 0;
  return 1;
}
static int solve(int at) {
  while (at < 81 && grid[at] != '.') at++;
  if (at == 81) return 1;
  for (char c = '1'; c <= '9'; c++) {
    if (!fits(at, c)) continue;
    tries++;
    grid[at] = c;
    if (solve(at + 1)) return 1;
    grid[at] = '.';
  }
  return 0;
}
int main(void) {
  printf("%d\n", solve(0));
  for (int r = 0; r < 9; r++) printf("%.9s\n", grid + r * 9);
  printf("%ld\n", tries);
  return 0;
}
