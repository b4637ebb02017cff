// strtok and strtok_r cut a string into words.
#include <stdio.h>
#include <string.h>
int main(void) {
  char a[] = "  one two,,three ; four ", b[] = "a=1;b=2;c", c[] = ";;;", *save1, *save2;
  for (char *t = strtok(a, " ,;"); t; t = strtok(NULL, " ,;")) printf("[%s]", t);
  printf("\n");
  for (char *t = strtok_r(b, ";", &save1); t; t = strtok_r(NULL, ";", &save1)) {
    char *key = strtok_r(t, "=", &save2), *value = strtok_r(NULL, "=", &save2);
    printf("%s->%s ", key, value ? value : "none");
  }
  printf("\n%d\n", strtok(c, ";") == NULL);
  char d[] = "x-y z";
  printf("%s ", strtok(d, "-"));
  printf("%s\n", strtok(NULL, " "));
  char e[] = ",,a,,b", *rest = e, *field;
  while ((field = strsep(&rest, ","))) printf("<%s>", field);
  printf("\n");
  return 0;
}
