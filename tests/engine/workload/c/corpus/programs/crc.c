// CRC-32, Adler-32 and a run-length code.
#include <stdint.h>
#include <stdio.h>
#include <string.h>
static uint32_t table[256];
static uint32_t crc(const void *p, size_t n) {
  uint32_t c = 0xffffffff;
  for (const unsigned char *b = p; n--; b++) c = table[(c ^ *b) & 0xff] ^ c >> 8;
  return ~c;
}
static uint32_t adler(const char *s) { uint32_t a = 1, b = 0; while (*s) { a = (a + (unsigned char)*s++) % 65521; b = (b + a) % 65521; } return b << 16 | a; }
static int pack(char *out, const char *in) {
  char *start = out;
  while (*in) { int n = 1; while (in[n] == *in && n < 9) n++; *out++ = '0' + n; *out++ = *in; in += n; }
  *out = 0;
  return (int)(out - start);
}
int main(void) {
  for (uint32_t i = 0; i < 256; i++) { uint32_t c = i; for (int k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ c >> 1 : c >> 1; table[i] = c; }
  const char *texts[] = {"", "a", "123456789", "aaaaaaaaaaaabbbc"};
  char out[64];
  for (int i = 0; i < 4; i++) { int n = pack(out, texts[i]); printf("%08x %08x %d %s\n", crc(texts[i], strlen(texts[i])), adler(texts[i]), n, out); }
  return 0;
}
