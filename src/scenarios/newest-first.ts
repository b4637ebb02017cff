import type { Example } from './example.ts'
import { atCall, course, link, program, withAllocator } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(100);
  char *p = malloc(16);
  char *b = malloc(500);
  char *q = malloc(16);
  free(a);
  free(b);
  char *c = malloc(100);
  char *d = malloc(500);
}
`

const scenario = program('newest-first', 'The order of the list', text, course({ list: 'lifo' }))

export const newestFirst: Example = {
  id: 'newest-first',
  title: 'The order of the list',
  chapter: 4,
  kind: 'compare',
  teaches: 'The heap and the free list are two orders.',
  scenario,
  open: atCall(7, 'visit'),
  panel: 'list',
  look: 'Newest first, the search for c meets the 528 bytes of b at +160 and cuts them; by address, the 128 bytes of a at +0 come first and fit exactly.',
  moments: [link('meets the 528 bytes', atCall(7, 'visit')), link('cuts them', atCall(7, 'split'))],
  question: 'Where does d, of 500 bytes, go?',
  answer:
    'Newest first: to +720, and the chunks take 1,248 bytes. By address: to +160, and they take 720. LIFO pays with space for a free that never searches for its place.',
  variants: [withAllocator('by address', scenario, course({ list: 'address' }))],
}
