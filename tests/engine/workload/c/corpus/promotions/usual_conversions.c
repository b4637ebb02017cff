// The usual arithmetic conversions choose signedness by rank.
#include <stdio.h>
int main(void) {
  int neg = -1;
  unsigned one = 1;
  long l = -1;
  unsigned long ul = 1;
  long long ll = -1;
  unsigned long long ull = 1;
  printf("%d %d %d\n", neg < one, l < one, ll < one);
  printf("%d %d %d\n", neg < ul, ll < ul, neg < ull);
  printf("%d %d\n", (short)-1 < (unsigned short)1, (char)-1 < one);
  printf("%zu %zu %zu\n", sizeof(neg + one), sizeof(one + l), sizeof(one + ll));
  printf("%lld\n", (long long)(neg + one));
  printf("%lld %lld\n", (long long)(neg * one), ll + one);
  printf("%f %f\n", neg + 0.5, one - 2 + 0.0);
  printf("%d\n", neg > sizeof(int));
  printf("%d\n", -1 == 4294967295u);
  return 0;
}
