// Words in a trie of arrays, printed in order with their counts.
#include <stdio.h>
#include <stdlib.h>
typedef struct trie { struct trie *child[26]; int count; } trie;
static int nodes;
static trie *make(void) { nodes++; return calloc(1, sizeof(trie)); }
static void insert(trie *t, const char *w) { for (; *w; w++) { trie **c = &t->child[*w - 'a']; if (!*c) *c = make(); t = *c; } t->count++; }
static void walk(const trie *t, char *word, int depth) {
  if (t->count) printf("%.*s:%d ", depth, word, t->count);
  for (int i = 0; i < 26; i++) if (t->child[i]) { word[depth] = 'a' + i; walk(t->child[i], word, depth + 1); }
}
static void drop(trie *t) { for (int i = 0; i < 26; i++) if (t->child[i]) drop(t->child[i]); free(t); nodes--; }
int main(void) {
  const char *words[] = {"free", "fork", "free", "for", "malloc", "map", "mall", "a", "freed"};
  char buffer[32];
  trie *root = make();
  for (int i = 0; i < 9; i++) insert(root, words[i]);
  walk(root, buffer, 0);
  printf("\n%d ", nodes);
  drop(root);
  printf("%d\n", nodes);
  return 0;
}
