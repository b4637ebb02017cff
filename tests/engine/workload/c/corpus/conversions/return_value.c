// Arguments and results convert to the declared types.
#include <stdio.h>
static char narrow(int v) { return v; }
static unsigned char narrow_unsigned(long long v) { return v; }
static int truncated(double v) { return v; }
static double widened(int v) { return v; }
static _Bool truth(long long v) { return v; }
static float single(double v) { return v; }
static short half(short v) { return v + 1; }
int main(void) {
  printf("%d %d\n", narrow(300), narrow(200));
  printf("%d %d\n", narrow_unsigned(-1), narrow_unsigned(0x1234567890LL));
  printf("%d %g\n", truncated(-7.9), widened(3));
  printf("%d %d\n", truth(0x100000000LL), truth(0));
  printf("%.10f\n", single(0.1));
  printf("%d %d\n", half(32767), half(70000));
  return 0;
}
