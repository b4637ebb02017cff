// Eight queens by backtracking.
#include <stdio.h>
static int columns[8], solutions;
static int safe(int row, int col) {
  for (int r = 0; r < row; r++) {
    int d = columns[r] - col;
    if (!d || d == row - r || d == r - row) return 0;
  }
  return 1;
}
static void place(int row) {
  if (row == 8) {
    if (solutions++ % 20 == 0) {
      for (int i = 0; i < 8; i++) printf("%d", columns[i]);
      printf("\n");
    }
    return;
  }
  for (int c = 0; c < 8; c++)
    if (safe(row, c)) { columns[row] = c; place(row + 1); }
}
int main(void) { place(0); printf("%d\n", solutions); return 0; }
