// Copying and comparing structs by memory.
#include <stdio.h>
#include <string.h>
typedef struct { int id; char name[12]; } record;
int main(void) {
  record a, b;
  memset(&a, 0, sizeof a);
  a.id = 7;
  strcpy(a.name, "seven");
  memcpy(&b, &a, sizeof b);
  printf("%d\n", memcmp(&a, &b, sizeof a));
  b.name[0] = 'S';
  printf("%d\n", memcmp(&a, &b, sizeof a) > 0);
  record list[3] = {a, b, a};
  memmove(list + 1, list, 2 * sizeof *list);
  printf("%s %s %s\n", list[0].name, list[1].name, list[2].name);
  memset(&list[0].name[2], 'x', 3);
  printf("%s\n", list[0].name);
  return 0;
}
