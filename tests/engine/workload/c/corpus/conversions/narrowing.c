// Integer conversions keep the low bits.
#include <stdio.h>
#include <stdint.h>
int main(void) {
  long long v[] = {0, 127, 128, 255, 256, 32768, 65535, 2147483648LL, 4294967295LL, -1, -129, -32769, -2147483649LL,
                   0x123456789ABCDEFLL};
  for (unsigned i = 0; i < sizeof v / sizeof *v; i++)
    printf("%d %d %d %d %d %u %ld\n", (int8_t)v[i], (uint8_t)v[i], (int16_t)v[i], (uint16_t)v[i], (int)v[i],
           (unsigned)v[i], (long)v[i]);
  return 0;
}
