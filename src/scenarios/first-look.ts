import type { Example } from './example.ts'
import { AT_END, atCall, course, link, program } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(100);
  char *b = malloc(50);
  char *c = malloc(24);
  free(a);
  char *d = malloc(40);
  free(b);
  free(d);
}
`

export const firstLook: Example = {
  id: 'first-look',
  title: 'A heap in seven lines',
  chapter: 1,
  kind: 'watch',
  teaches: 'A heap is a row of chunks; malloc cuts them, free joins them.',
  scenario: program('first-look', 'A heap in seven lines', text, course()),
  open: atCall(5, 'split'),
  look: 'Before the split the heap is (128) [80] [48], after it [64] (64) [80] [48]. After free(b) it is [64] (144) [48], and at the end (208) [48].',
  moments: [
    link('Before the split', atCall(5, 'choose')),
    link('after it', atCall(5, 'split')),
    link('After free(b)', atCall(6, 'after')),
    link('at the end', AT_END),
  ],
  question: 'At the end, what is the most that malloc can give without growing the heap?',
  answer: '192 bytes: 208 less 16 for two tags. malloc(193) needs a chunk of 224 and must grow.',
  variants: [],
}
