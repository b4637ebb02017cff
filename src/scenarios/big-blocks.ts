import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *p = malloc(1000000);
  for (int i = 0; i < 1000000; i += 100000)
    p[i] = 1;
  free(p);
}
`

export const bigBlocks: Example = {
  id: 'big-blocks',
  title: 'Blocks of their own',
  chapter: 5,
  kind: 'watch',
  teaches: 'Above the mmap threshold a block is a mapping; only touched pages are resident.',
  scenario: program('big-blocks', 'Blocks of their own', text, course({ mmapThreshold: 131_072 })),
  open: atCall(1, 'after'),
  panel: 'regions',
  light: '+0',
  look: 'The mapping has 245 pages, 1,003,520 bytes. One page is resident: that of the header. In the list of regions Linux joins it with three pages above it.',
  moments: [
    link('The mapping has 245 pages', atCall(1, 'map')),
    link('One page is resident', atCall(1, 'after')),
  ],
  question: 'How many pages are resident after the loop, and after free?',
  answer: '10, then 0: munmap gives all of them back at once.',
  variants: [],
}
