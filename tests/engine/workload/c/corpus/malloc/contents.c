// Blocks keep what is written until they are freed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
  char *blocks[20];
  for (int i = 0; i < 20; i++) { blocks[i] = malloc(i * 13 + 1); memset(blocks[i], 'a' + i, i * 13 + 1); }
  for (int i = 0; i < 20; i += 3) { free(blocks[i]); blocks[i] = NULL; }
  for (int i = 0; i < 20; i += 3) { blocks[i] = malloc(40); memset(blocks[i], 'A' + i, 40); }
  for (int i = 0; i < 20; i++) {
    int n = i % 3 ? i * 13 + 1 : 40, same = 1;
    for (int j = 0; j < n; j++) same &= blocks[i][j] == blocks[i][0];
    printf("%c%d ", blocks[i][0], same);
    free(blocks[i]);
  }
  printf("\n");
  free(NULL);
  return 0;
}
