// An object's bytes, least significant first.
#include <stdio.h>
#include <string.h>
static void dump(const void *p, size_t n) {
  for (const unsigned char *b = p; n--; b++) printf("%02x", *b);
  printf("\n");
}
int main(void) {
  int i = 0x01020304;
  long long w = -2;
  short s = 0x1234;
  float f = 1.0f;
  double d = -2.5;
  char text[6] = "ab";
  dump(&i, sizeof i); dump(&w, sizeof w); dump(&s, sizeof s);
  dump(&f, sizeof f); dump(&d, sizeof d); dump(text, sizeof text);
  ((unsigned char *)&i)[2] = 0xff;
  printf("%x\n", i);
  *(short *)text = s;
  printf("%c%c\n", text[0], text[1]);
  return 0;
}
