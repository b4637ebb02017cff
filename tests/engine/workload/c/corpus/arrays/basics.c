// Arrays, their sizes, and loops over them.
#include <stdio.h>
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
int global[5] = {1, 2};
int main(void) {
  int local[] = {9, 8, 7}, zero[4] = {0};
  char text[] = "text", padded[8] = "pad", exact[3] = "abc";
  for (size_t i = 0; i < COUNT(global); i++) printf("%d ", global[i]);
  for (size_t i = 0; i < COUNT(local); i++) printf("%d ", local[i]);
  for (size_t i = 0; i < COUNT(zero); i++) printf("%d ", zero[i]);
  printf("\n%zu %zu %zu\n", sizeof text, sizeof padded, sizeof exact);
  for (int i = 0; i < 8; i++) printf("%d ", padded[i]);
  printf("%.3s\n", exact);
  local[1] += local[0]--;
  printf("%d %d\n", local[0], local[1]);
  int i = 0;
  zero[i++] = 5; zero[i] = i;
  printf("%d %d %d\n", zero[0], zero[1], i);
  return 0;
}
