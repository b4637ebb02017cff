import type { Example } from './example.ts'
import { onListingM } from './listing-m.ts'
import { afterLine, link } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(100);
  char *b = malloc(24);
  char *c = malloc(24);
  free(a);
  a = malloc(40);
  free(b);
  free(a);
  free(c);
}
`

const scenario = onListingM('linked-blocks', 'A header in front of each block', text)

export const linkedBlocks: Example = {
  id: 'linked-blocks',
  title: 'A header in front of each block',
  chapter: 1,
  kind: 'watch',
  teaches: 'free finds the size in front of the pointer.',
  scenario,
  open: afterLine(scenario, 'b->size = n;'),
  look: 'The headers are at brk+0, brk+144 and brk+208, the pointers 32 bytes higher. Here malloc(40) has cut the first block: it has 48 bytes, and a new free block of 32 stands at brk+80.',
  moments: [link('malloc(40) has cut the first block', afterLine(scenario, 'b->size = n;'))],
  question:
    'After the third malloc 148 bytes are asked for, and the break is at brk+272. Where are the other 124?',
  answer:
    'Three headers take 96 bytes, rounding takes 28 (12 + 8 + 8). At the end one free block of 240 bytes remains, and the break stays at brk+272.',
  variants: [],
}
