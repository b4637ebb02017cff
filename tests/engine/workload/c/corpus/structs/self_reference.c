// A binary tree of structs on the heap.
#include <stdio.h>
#include <stdlib.h>
typedef struct tree tree;
struct tree { int key; tree *left, *right; };
static tree *insert(tree *t, int key) {
  if (!t) {
    t = malloc(sizeof *t);
    *t = (tree){key, NULL, NULL};
  } else if (key < t->key) t->left = insert(t->left, key);
  else if (key > t->key) t->right = insert(t->right, key);
  return t;
}
static int height(const tree *t) {
  if (!t) return 0;
  int l = height(t->left), r = height(t->right);
  return 1 + (l > r ? l : r);
}
static void walk(const tree *t, int depth) {
  if (!t) return;
  walk(t->left, depth + 1);
  printf("%*s%d\n", depth * 2, "", t->key);
  walk(t->right, depth + 1);
}
static void destroy(tree *t) { if (t) { destroy(t->left); destroy(t->right); free(t); } }
int main(void) {
  tree *root = NULL;
  for (int i = 0, k = 37; i < 20; i++, k = (k * 29 + 11) % 64) root = insert(root, k);
  walk(root, 0);
  printf("height %d\n", height(root));
  destroy(root);
  return 0;
}
