// Declarations that are read from the inside out.
#include <stdio.h>
#include <string.h>
static int values[3] = {1, 2, 3};
static int *address(int i) { return &values[i]; }
static int (*array(void))[3] { return &values; }
static char *(*names[2])(char *, const char *) = {strcpy, strcat};
static int apply(int f(int *), int *v) { return f(v); }
static int first(int *v) { return *v; }
static const char *const *words(void) { static const char *const w[] = {"a", "b", NULL}; return w; }
static void (*chooser(int v))(char *) ;
static void mark(char *s) { *s = '*'; }
static void (*chooser(int v))(char *) { return v ? mark : 0; }
int main(void) {
  int *(*f)(int) = address, (*(*g)(void))[3] = array;
  char text[10];
  printf("%d %d\n", *f(1), (*g())[2]);
  printf("%s\n", names[1](names[0](text, "ab"), "cd"));
  printf("%d %s\n", apply(first, values), words()[1]);
  chooser(1)(text);
  printf("%s %d\n", text, chooser(0) == NULL);
  int (*pa[2])[3] = {&values, array()};
  printf("%d\n", (*pa[1])[1] + sizeof(int (*)[3]) * 0);
  return 0;
}
