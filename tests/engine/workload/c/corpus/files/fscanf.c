// fprintf and fscanf through a file.
#include <stdio.h>
int main(void) {
  FILE *f = fopen("data.txt", "w");
  for (int i = 0; i < 5; i++) fprintf(f, "%d %s %.2f\n", i, i % 2 ? "odd" : "even", i / 4.0);
  fclose(f);
  f = fopen("data.txt", "r");
  int id, n;
  char word[8];
  double v;
  while ((n = fscanf(f, "%d %7s %lf", &id, word, &v)) == 3) printf("%d/%s/%g ", id, word, v);
  printf("%d\n", n);
  fclose(f);
  remove("data.txt");
  return 0;
}
