// Cells that refer to each other, with a cycle found.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct cell { const char *formula; long value; enum { NEW, BUSY, DONE, BAD } state; };
static struct cell cells[6] = {{"5"}, {"a+a"}, {"b*d"}, {"3"}, {"f+1"}, {"e-2"}};
static long eval(int i) {
  struct cell *c = cells + i;
  if (c->state == DONE) return c->value;
  if (c->state == BUSY || c->state == BAD) { c->state = BAD; return 0; }
  c->state = BUSY;
  char op = '+';
  for (const char *p = c->formula; *p;) {
    long v;
    char *end;
    if (*p >= 'a' && *p <= 'f') { v = eval(*p - 'a'); if (cells[*p - 'a'].state == BAD) c->state = BAD; p++; }
    else { v = strtol(p, &end, 10); p = end; }
    c->value = op == '+' ? c->value + v : op == '-' ? c->value - v : c->value * v;
    if (*p) op = *p++;
  }
  if (c->state == BUSY) c->state = DONE;
  return c->value;
}
int main(void) {
  for (int i = 0; i < 6; i++) eval(i);
  for (int i = 0; i < 6; i++) if (cells[i].state == BAD) printf("%c cycle\n", 'a' + i); else printf("%c %ld\n", 'a' + i, cells[i].value);
  return 0;
}
