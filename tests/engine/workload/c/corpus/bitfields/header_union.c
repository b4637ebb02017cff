// A header read as bit-fields and as one word.
#include <stdint.h>
#include <stdio.h>
union header {
  uint64_t word;
  struct { uint64_t allocated : 1, previous : 1, reserved : 2, size : 44, tag : 16; };
};
int main(void) {
  union header h = {.word = 0};
  h.size = 0x123456789AB;
  h.allocated = 1;
  h.tag = 0xBEEF;
  printf("%zu %016llx\n", sizeof h, (unsigned long long)h.word);
  h.word |= 2;
  h.word -= 1;
  printf("%d %d %llx %x\n", (int)h.allocated, (int)h.previous, (unsigned long long)h.size, (int)h.tag);
  h.size++;
  printf("%016llx\n", (unsigned long long)h.word);
  h.word = ~0ull;
  printf("%d %llx\n", (int)h.reserved, (unsigned long long)h.size);
  return 0;
}
