// while, do-while and for, with break and continue.
#include <stdio.h>
int main(void) {
  int n = 0;
  while (n < 10) { n++; if (n == 3) continue; if (n == 6) break; printf("%d ", n); }
  printf("\n");
  do printf("%d ", n); while (n++ < 8);
  printf("\n");
  do { n--; if (n % 2) continue; printf("%d ", n); } while (n > 3);
  printf("\n");
  for (int i = 0, j = 10; i < j; i += 2, j--) printf("%d-%d ", i, j);
  for (;;) { if (--n < 0) break; }
  printf("%d\n", n);
  for (n = 5; n--;) printf("%d ", n);
  while (n < 2) n++;
  do { } while (0);
  for (; n < 4; n++) ;
  printf("%d\n", n);
  int rows = 0;
  for (int i = 0; i < 4; i++) {
    for (int j = 0; j < 4; j++) { if (j == i) break; if ((i + j) % 2) continue; rows += i * j; }
    if (i == 2) continue;
    rows += 100;
  }
  printf("%d\n", rows);
  return 0;
}
