// A tagged union with a visitor.
#include <stdio.h>
typedef struct value { enum { INT, REAL, TEXT, LIST } kind; union { int i; double r; const char *s; struct { const struct value *items; int n; } l; }; } value;
static void show(const value *v) {
  switch (v->kind) {
    case INT: printf("%d", v->i); break;
    case REAL: printf("%.2f", v->r); break;
    case TEXT: printf("\"%s\"", v->s); break;
    case LIST:
      printf("[");
      for (int i = 0; i < v->l.n; i++) { if (i) printf(", "); show(&v->l.items[i]); }
      printf("]");
  }
}
int main(void) {
  value inner[] = {{INT, .i = 1}, {REAL, .r = 2.5}};
  value items[] = {{TEXT, .s = "a"}, {LIST, .l = {inner, 2}}, {INT, .i = -3}, {LIST, .l = {0, 0}}};
  value top = {LIST, .l = {items, 4}};
  show(&top);
  printf("\n");
  return 0;
}
