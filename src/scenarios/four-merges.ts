import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(48);
  char *b = malloc(48);
  char *c = malloc(48);
  char *d = malloc(48);
  char *e = malloc(48);
  char *f = malloc(48);
  free(b);
  free(a);
  free(d);
  free(e);
  free(c);
}
`

export const fourMerges: Example = {
  id: 'four-merges',
  title: 'The four cases of free',
  chapter: 2,
  kind: 'watch',
  teaches: 'Boundary tags let free see both neighbours at once.',
  scenario: program('four-merges', 'The four cases of free', text, course()),
  open: atCall(11, 'coalesce'),
  panel: 'chunk',
  look: 'free(b) met no free neighbour; free(a) a free one behind it, (128) at +0; free(d) none; free(e) a free one in front, (128) at +192. free(c) has both: (320) at +0.',
  moments: [
    link('free(b)', atCall(7, 'after')),
    link('free(a)', atCall(8, 'after')),
    link('free(d)', atCall(9, 'after')),
    link('free(e)', atCall(10, 'after')),
    link('free(c)', atCall(11, 'coalesce')),
  ],
  question: 'Which bytes tell free(c) that the chunk in front is free, and how large it is?',
  answer:
    'The footer of that chunk: the 8 bytes at +120, just before c’s header at +128. Without footers free would have to walk from +0.',
  variants: [],
}
