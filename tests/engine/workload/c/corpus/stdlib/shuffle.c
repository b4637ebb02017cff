// A shuffle and a histogram driven by rand.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  int deck[20], buckets[6] = {0};
  for (int i = 0; i < 20; i++) deck[i] = i;
  srand(2024);
  for (int i = 19; i > 0; i--) { int j = rand() % (i + 1), t = deck[i]; deck[i] = deck[j]; deck[j] = t; }
  for (int i = 0; i < 20; i++) printf("%d ", deck[i]);
  for (int i = 0; i < 600; i++) buckets[rand() % 6]++;
  printf("\n");
  for (int i = 0; i < 6; i++) printf("%d ", buckets[i]);
  printf("%.6f\n", (double)rand() / RAND_MAX);
  return 0;
}
