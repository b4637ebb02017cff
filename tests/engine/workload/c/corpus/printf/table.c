// Columns of mixed values.
#include <stdio.h>
struct row { const char *name; int count; double share; unsigned long size; };
int main(void) {
  struct row rows[] = {{"first fit", 12, 0.6534, 4096}, {"best", 7, 0.98, 65536}, {"a very long name", -3, 12.5, 0}};
  printf("%-12s|%6s|%8s|%10s\n", "policy", "count", "share", "size");
  for (int i = 0; i < 40; i++) putchar(i % 13 == 12 ? '+' : '-');
  putchar('\n');
  for (int i = 0; i < 3; i++) printf("%-12.12s|%6d|%7.2f%%|%#10lx\n", rows[i].name, rows[i].count, rows[i].share * 100, rows[i].size);
  printf("%3d%%%-4d|%04d|%+4d|\n", 5, 5, 5, 5);
  return 0;
}
