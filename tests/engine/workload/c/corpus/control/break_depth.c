// break and continue belong to the nearest loop or switch.
#include <stdio.h>
int main(void) {
  int log = 0;
  for (int i = 0; i < 5; i++) {
    int j = 0;
    while (1) {
      do {
        if (j == 2) break;
        log = log * 3 + j;
        if (i == 1) continue;
        log++;
      } while (++j < 4 && j != i);
      if (j >= i) break;
      j++;
    }
    switch (i) { case 2: continue; case 3: break; default: log += 7; }
    log %= 100003;
    printf("%d %d %d\n", i, j, log);
  }
  return 0;
}
