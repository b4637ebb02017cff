// A switch within a loop within a switch; break and continue.
#include <stdio.h>
int main(void) {
  for (int i = 0; i < 6; i++) {
    switch (i % 3) {
      case 0:
        for (int j = 0;; j++) {
          switch (j) {
            case 1: continue;
            case 3: break;
            default: printf("(%d,%d)", i, j); continue;
          }
          break;
        }
        break;
      case 1:
        if (i > 3) continue;
        printf("one ");
      default: printf("rest %d ", i);
    }
    printf("end %d\n", i);
  }
  return 0;
}
