// Tentative definitions, extern, and arrays completed later.
#include <stdio.h>
int a;
int a;
extern int b;
static int c;
extern int later[];
struct s;
extern struct s object;
static int read(void);
int a = 5;
int main(void) {
  extern int hidden;
  printf("%d %d %d %d %d\n", a, b, c, hidden, read());
  c = 4;
  printf("%d %d\n", read(), later[2]);
  return 0;
}
int b = 6, hidden = 7;
static int c;
int later[3] = {1, 2, 3};
struct s { int v; };
struct s object = {30};
static int read(void) { return c + object.v; }
