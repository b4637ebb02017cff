import type { Example } from './example.ts'
import { atCall, link, program } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(100);
  char *b = malloc(100);
  char *c = malloc(24);
  free(b);
  char *d = malloc(100);
}
`

export const kAndR: Example = {
  id: 'k-and-r',
  title: 'The allocator of the C book',
  chapter: 4,
  kind: 'watch',
  teaches: 'A circular list by address, and cutting from the tail.',
  scenario: program('k-and-r', 'The allocator of the C book', text, {
    id: 'kr',
    options: { nalloc: 1024 },
  }),
  open: atCall(2, 'split'),
  panel: 'list',
  look: 'One sbrk gave 16,384 bytes; a is at brk+16272, b at brk+16144 and c at brk+16096.',
  moments: [
    link('One sbrk', atCall(1, 'grow')),
    link('a is at', atCall(1, 'after')),
    link('b at', atCall(2, 'after')),
    link('c at', atCall(3, 'after')),
  ],
  question: 'Why do the addresses go down, and where is d?',
  answer:
    'The tail is cut off, so that only the free block’s size changes. d is b again, at brk+16144, though 1,005 units are free at brk+0: the search starts just behind the place where the last free ended.',
  variants: [],
}
