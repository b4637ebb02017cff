// Rotations and byte swaps written with shifts.
#include <stdint.h>
#include <stdio.h>
static uint32_t rol(uint32_t v, int n) { return n ? v << n | v >> (32 - n) : v; }
static uint64_t ror(uint64_t v, int n) { return n ? v >> n | v << (64 - n) : v; }
static uint32_t swap32(uint32_t v) { return v >> 24 | (v >> 8 & 0xff00) | (v << 8 & 0xff0000) | v << 24; }
int main(void) {
  for (int n = 0; n < 32; n += 5) printf("%08x\n", rol(0x80000001u + n, n));
  for (int n = 0; n < 64; n += 9) printf("%016llx\n", (unsigned long long)ror(0x8000000000000001ull, n));
  printf("%08x\n", swap32(0x01020304));
  printf("%08x %016llx\n", __builtin_bswap32(0x11223344), (unsigned long long)__builtin_bswap64(0x1122334455667788ull));
  uint16_t h = 0xABCD;
  h = h << 8 | h >> 8;
  printf("%x\n", h);
  return 0;
}
