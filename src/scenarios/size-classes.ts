import type { Example } from './example.ts'
import { atCall, course, link, program, withAllocator } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *p[64];
  for (int i = 0; i < 64; i++)
    p[i] = malloc(48);
  for (int i = 0; i < 64; i += 2)
    free(p[i]);
  char *z = malloc(200);
}
`

const scenario = program('size-classes', 'Do not look at what cannot fit', text, course())

export const sizeClasses: Example = {
  id: 'size-classes',
  title: 'Do not look at what cannot fit',
  chapter: 4,
  kind: 'compare',
  teaches: 'Segregated lists.',
  scenario,
  open: atCall(97, 'request'),
  look: '32 free chunks have 64 bytes each; z needs a chunk of 224.',
  moments: [
    link('32 free chunks', atCall(96, 'after')),
    link('z needs a chunk of 224', atCall(97, 'request')),
  ],
  question: 'How many chunks does each allocator visit before the heap grows?',
  answer: 'Implicit list 64, explicit list 32, segregated fits 0: all 32 are in a class below.',
  variants: [
    withAllocator('explicit list', scenario, course({ list: 'lifo' })),
    withAllocator('segregated fits', scenario, { id: 'segregated', options: {} }),
  ],
}
