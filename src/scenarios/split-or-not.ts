import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = (size: number) => `#include <stdlib.h>

int main(void) {
  char *a = malloc(200);
  char *p = malloc(16);
  free(a);
  char *b = malloc(${size});
}
`

export const splitOrNot: Example = {
  id: 'split-or-not',
  title: 'Cut, or give it all',
  chapter: 2,
  kind: 'watch',
  teaches: 'A remainder too small to be a chunk is not cut off.',
  scenario: program('split-or-not', 'Cut, or give it all', text(180), course()),
  open: atCall(4, 'whole'),
  look: '180 bytes need 208 of the 224; 16 would remain, so b gets all 224. 176 need 192; the other 32 become a chunk at +192.',
  moments: [link('b gets all 224', atCall(4, 'whole'))],
  question: 'With a split threshold of 64 instead of 32, which requests still split this hole?',
  answer: 'Those of at most 144 bytes: the chunk must have 160 or less.',
  variants: [
    { label: 'malloc(176)', scenario: program('split-or-not', 'Cut it', text(176), course()) },
    {
      label: 'malloc(144), split from 64',
      scenario: program('split-or-not', 'Split from 64: 144 bytes', text(144), course({ split: 64 })),
    },
    {
      label: 'malloc(145), split from 64',
      scenario: program('split-or-not', 'Split from 64: 145 bytes', text(145), course({ split: 64 })),
    },
  ],
}
