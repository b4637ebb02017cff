// Members of a union share their bytes.
#include <stdint.h>
#include <stdio.h>
#include <string.h>
union all { uint8_t b[8]; uint16_t h[4]; uint32_t w[2]; uint64_t q; float f; double d; };
int main(void) {
  union all u;
  u.q = 0x1122334455667788ull;
  printf("%x %x %x\n", u.b[0], u.h[1], u.w[1]);
  u.b[3] = 0xff;
  printf("%llx\n", (unsigned long long)u.q);
  u.d = 1.0;
  printf("%llx %x\n", (unsigned long long)u.q, u.w[1]);
  u.f = -0.5f;
  printf("%x\n", u.w[0]);
  u.w[0] = 0x40490fdb;
  printf("%.6f %zu\n", u.f, sizeof u);
  union all v = u;
  v.b[0]++;
  printf("%x %x\n", u.b[0], v.b[0]);
  union all first = {{1, 2}}, named = {.h = {1, 2}};
  printf("%x %x\n", first.w[0], named.w[0]);
  return 0;
}
