// Quotients go towards zero and remainders take the dividend's sign.
#include <stdio.h>
int main(void) {
  int num[] = {7, -7, 0, 1, -1, 2147483647, -2147483647 - 1};
  int den[] = {2, -2, 3, -3, 7, 2147483647};
  for (unsigned i = 0; i < sizeof num / sizeof *num; i++)
    for (unsigned j = 0; j < sizeof den / sizeof *den; j++) {
      int q = num[i] / den[j], r = num[i] % den[j];
      printf("%d/%d=%d r %d %s\n", num[i], den[j], q, r, (long long)q * den[j] + r == num[i] ? "ok" : "bad");
    }
  return 0;
}
