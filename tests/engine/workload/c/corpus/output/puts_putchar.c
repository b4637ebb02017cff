// puts, putchar, fputs, putc, fputc and what they return.
#include <stdio.h>
int main(void) {
  printf("%d\n", puts("line") >= 0);
  printf("%d\n", putchar('A'));
  printf("%d\n", putchar(0x141));
  fputs("no newline", stdout);
  fputs("\n", stdout);
  int b = putc('b', stdout), c = fputc('c', stdout);
  printf("%d %d\n", b, c);
  puts("");
  for (c = 'a'; c <= 'z'; c++) putchar(c);
  putchar('\n');
  printf("%zu\n", fwrite("items\n", 2, 3, stdout));
  fprintf(stdout, "%s %d\n", "fprintf", 5);
  return 0;
}
