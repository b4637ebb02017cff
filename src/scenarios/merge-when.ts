import type { Example } from './example.ts'
import { atCall, course, link, program, withAllocator } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(48);
  char *b = malloc(48);
  char *c = malloc(48);
  char *d = malloc(48);
  char *p = malloc(16);
  free(a);
  free(b);
  free(c);
  free(d);
  char *e = malloc(200);
}
`

const scenario = program('merge-when', 'At once, later, or never', text, course())

export const mergeWhen: Example = {
  id: 'merge-when',
  title: 'At once, later, or never',
  chapter: 2,
  kind: 'compare',
  teaches: 'When to merge is a choice.',
  scenario,
  open: atCall(10, 'request'),
  look: 'Merging at once, the heap now holds (256); the others hold (64) (64) (64) (64). The deferred search fails once after 5 visits, merges, and finds +0 on the second search: 6 visits in all.',
  moments: [link('the heap now holds (256)', atCall(9, 'after'))],
  question: 'Where does e, of 200 bytes, land?',
  answer:
    'At once and deferred: at +0, and the chunks take 288 bytes. Never: at +288, and they take 512, although 256 bytes are free.',
  variants: [
    withAllocator('deferred', scenario, course({ coalescing: 'deferred' })),
    withAllocator('never', scenario, course({ coalescing: 'never' })),
  ],
}
