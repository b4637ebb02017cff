import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(4000);
  char *b = malloc(4000);
  char *c = malloc(4000);
  char *d = malloc(4000);
  char *p = malloc(16);
  free(a);
  free(b);
  free(c);
  free(d);
  free(p);
}
`

export const pinnedTop: Example = {
  id: 'pinned-top',
  title: 'One small block holds it all',
  chapter: 5,
  kind: 'watch',
  teaches: 'The break can only fall over free memory at the end.',
  scenario: program('pinned-top', 'One small block holds it all', text, course({ trimThreshold: 4096 })),
  open: atCall(9, 'after'),
  look: 'Of the 16,096 bytes of chunks 16,064 are free, in one chunk, and the break has not moved.',
  moments: [link('16,064 are free', atCall(9, 'after'))],
  question: 'Which free lowers the break?',
  answer: 'Only the last, free(p): its 32 bytes at +16064 held the rest.',
  variants: [],
}
