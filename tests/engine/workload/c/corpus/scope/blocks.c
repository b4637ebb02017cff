// Inner declarations hide outer ones.
#include <stdio.h>
int x = 1;
static int get(void) { return x; }
int main(void) {
  printf("%d ", x);
  int x = 2;
  printf("%d %d ", x, get());
  {
    int x = 3;
    printf("%d ", x);
    { extern int x; printf("%d ", x); x = 10; }
    x++;
    printf("%d ", x);
  }
  for (int x = 20; x < 22; x++) { int y = x; printf("%d ", y); int x = 5; printf("%d ", x); }
  printf("%d %d\n", x, get());
  if (x) { int x = 7; x++; } else { int x = 8; x++; }
  int typed = 4;
  typedef char small;
  { typedef long long small; printf("%zu ", sizeof(small)); { int small = 3; printf("%d ", small); } }
  printf("%zu %d\n", sizeof(small), typed);
  return 0;
}
