// Bit-fields of _Bool and of an enumeration.
#include <stdbool.h>
#include <stdio.h>
enum color { RED, GREEN, BLUE, WHITE };
struct cell { bool on : 1; enum color hue : 2; bool off : 1; unsigned level : 4; };
int main(void) {
  struct cell c = {.on = 4, .hue = BLUE, .level = 0x1f};
  printf("%zu %d %d %d %u\n", sizeof c, c.on, c.hue, c.off, c.level);
  c.off = 0.5;
  c.hue++;
  c.on = !c.on;
  printf("%d %d %d\n", c.on, c.hue, c.off);
  switch (c.hue) {
    case WHITE: printf("white\n"); break;
    default: printf("other\n");
  }
  struct cell row[3] = {{1, RED, 0, 1}, {0, GREEN, 1, 2}, {1, WHITE, 1, 3}};
  for (int i = 0; i < 3; i++) printf("%d%d%d%u ", row[i].on, row[i].hue, row[i].off, row[i].level);
  printf("\n");
  return 0;
}
