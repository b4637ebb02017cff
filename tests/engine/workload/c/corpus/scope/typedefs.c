// typedefs of pointers, arrays, functions and structs, several at a time.
#include <stdio.h>
typedef int number, *pointer, row[3], function(int);
typedef struct node { struct node *next; number v; } node, *link;
typedef row matrix[2];
typedef unsigned long long int u64;
typedef function *table[2];
static int one(int v) { return v + 1; }
static function two;
static int two(int v) { return v * 2; }
int main(void) {
  number n = 4;
  pointer p = &n;
  row r = {1, 2, 3};
  matrix m = {{1, 2, 3}, {4, 5, 6}};
  table t = {one, two};
  node a = {NULL, 1}, b = {&a, 2};
  link l = &b;
  printf("%d %d %d %d %d\n", *p, r[2], m[1][1], t[0](5), t[1](5));
  printf("%d %zu %zu\n", l->next->v, sizeof(matrix) / sizeof(row), sizeof(u64));
  const pointer fixed = p;
  *fixed = 9;
  long unsigned int weird = 3;
  int long long signed odd = -3;
  short unsigned tiny = -1;
  printf("%d %lu %lld %d\n", n, weird, odd, tiny);
  return 0;
}
