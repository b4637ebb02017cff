import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *p = malloc(100);
  char *q = malloc(100);
  char *r = malloc(16);
  free(q);
  p = realloc(p, 200);
  p = realloc(p, 300);
  p = realloc(p, 40);
}
`

export const reallocMoves: Example = {
  id: 'realloc-moves',
  title: 'In place, or move',
  chapter: 5,
  kind: 'watch',
  teaches: 'realloc looks at the next chunk first.',
  scenario: program('realloc-moves', 'In place, or move', text, course()),
  open: atCall(5, 'inPlace'),
  look: '200 bytes need 224; p’s own 128 and the free 128 behind it are enough, so p stays at +0, and (32) is left. 300 need 320: p moves to +288, and (256) is left at +0.',
  moments: [link('p stays at +0', atCall(5, 'inPlace')), link('p moves to +288', atCall(6, 'copy'))],
  question: 'Where is p after realloc(p, 40), and what is free?',
  answer: 'Still at +288, now [64]; free are (256) at +352 and (256) at +0.',
  variants: [],
}
