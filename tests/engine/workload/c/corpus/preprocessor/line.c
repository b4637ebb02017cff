// __LINE__ in macros and continued lines; #line.
#include <stdio.h>
#define HERE __LINE__
#define WHERE() printf("%s:%d\n", __func__, __LINE__)
#define TWO_LINES printf("%d ", __LINE__); \
  printf("%d\n", __LINE__)
static void inside(void) { WHERE(); }
int main(void) {
  printf("%d\n", HERE);
  WHERE(); inside();
  TWO_LINES;
  printf("%d %d\n", __LINE__,
         __LINE__);
  printf("%d\n", \
    __LINE__);
#line 500
  printf("%d\n", __LINE__);
#line 20 "renamed.c"
  printf("%s %d\n", __FILE__, __LINE__);
  return 0;
}
