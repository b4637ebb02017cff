// A state machine over an enumeration.
#include <stdio.h>
enum state { START, NUMBER, WORD, STATES };
static const char *const names[STATES] = {[START] = "start", [NUMBER] = "number", [WORD] = "word"};
static enum state step(enum state s, char c) {
  switch (s) {
    case START:
      if (c >= '0' && c <= '9') return NUMBER;
      if (c != ' ') return WORD;
      return START;
    case NUMBER: return c == ' ' ? START : c >= '0' && c <= '9' ? NUMBER : WORD;
    case WORD: return c == ' ' ? START : WORD;
    default: return STATES;
  }
}
int main(void) {
  enum state s = START;
  int counts[STATES] = {0};
  for (const char *p = "12 a1 7b 99  x"; *p; p++) {
    s = step(s, *p);
    counts[s]++;
    printf("%c:%s ", *p, names[s]);
  }
  printf("\n%d %d %d\n", counts[START], counts[NUMBER], counts[WORD]);
  return 0;
}
