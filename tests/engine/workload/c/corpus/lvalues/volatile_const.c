// Reads and writes of volatile objects happen as written.
#include <stdio.h>
static volatile int device[2];
static int read_twice(volatile int *p) { return *p + *p; }
struct port { volatile unsigned char status; const int id; };
int main(void) {
  device[0] = 3;
  device[1] = device[0]++;
  printf("%d %d %d\n", device[0], device[1], read_twice(device));
  struct port p = {0x80, 7};
  p.status |= 1; p.status ^= 0x80;
  printf("%x %d\n", p.status, p.id);
  const int k = 5;
  const int *r = &k;
  const char *const words[] = {"one", "two"};
  printf("%d %s\n", *r + k, words[1]);
  volatile double d = 0.1;
  d = d + d;
  printf("%g\n", d);
  for (volatile int i = 0; i < 3; i++) printf("%d", i);
  printf("\n");
  return 0;
}
