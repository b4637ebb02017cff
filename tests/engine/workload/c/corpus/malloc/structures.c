// A hash table with chains, grown and emptied.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct entry { struct entry *next; int value; char key[]; } entry;
static entry *table[8];
static unsigned hash(const char *s) { unsigned h = 5381; while (*s) h = h * 33 + (unsigned char)*s++; return h % 8; }
static int *slot(const char *key) {
  entry **at = &table[hash(key)];
  for (; *at; at = &(*at)->next) if (!strcmp((*at)->key, key)) return &(*at)->value;
  *at = malloc(sizeof **at + strlen(key) + 1);
  (*at)->next = NULL;
  (*at)->value = 0;
  strcpy((*at)->key, key);
  return &(*at)->value;
}
int main(void) {
  char key[16];
  for (int i = 0; i < 100; i++) { sprintf(key, "key%d", i * i % 37); *slot(key) += i; }
  for (int b = 0; b < 8; b++) {
    printf("%d:", b);
    for (entry *e = table[b], *next; e; e = next) { next = e->next; printf(" %s=%d", e->key, e->value); free(e); }
    printf("\n");
  }
  return 0;
}
