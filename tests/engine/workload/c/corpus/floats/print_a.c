// %a shows the bits.
#include <stdio.h>
int main(void) {
  double v[] = {0, 1, -1, 0.5, 0.1, 3.14159265358979, 1e300, 5e-324, 255.75, -0.0};
  for (int i = 0; i < 10; i++) printf("%a|%A|%.0a|%.2a|%.15a|%20a|%-20a|%+a\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
  printf("%a\n", 0x1.8p3);
  printf("%030a|%#.0a\n", 2.5, 2.0);
  return 0;
}
