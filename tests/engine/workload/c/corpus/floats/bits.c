// The bits of floats and doubles, read through memcpy.
#include <stdint.h>
#include <stdio.h>
#include <string.h>
static uint64_t bits(double d) { uint64_t v; memcpy(&v, &d, sizeof v); return v; }
static uint32_t bits32(float f) { uint32_t v; memcpy(&v, &f, sizeof v); return v; }
int main(void) {
  double d[] = {0.0, -0.0, 1.0, -2.0, 0.1, 1e308, 5e-324, 1.0 / 3};
  for (int i = 0; i < 8; i++) printf("%016llx %08x\n", (unsigned long long)bits(d[i]), bits32((float)d[i]));
  printf("%08x %08x\n", bits32(1e-45f), bits32(3.4028234e38f));
  printf("%016llx\n", (unsigned long long)bits(0.1f));
  printf("%016llx\n", (unsigned long long)bits(-1.0 / 3 * 3));
  return 0;
}
