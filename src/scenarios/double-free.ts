import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(24);
  char *b = malloc(24);
  free(b);
  free(a);
  free(a);
  char *x = malloc(24);
  char *y = malloc(24);
  char *z = malloc(24);
}
`

export const doubleFree: Example = {
  id: 'double-free',
  title: 'The same block twice',
  chapter: 6,
  kind: 'mistake',
  teaches: 'A list that leads to itself.',
  scenario: program(
    'double-free',
    'The same block twice',
    text,
    course({ list: 'lifo', coalescing: 'never' }),
  ),
  open: atCall(5, 'after'),
  panel: 'list',
  look: 'The link in a now points at a itself; b has dropped off the list.',
  moments: [link('points at a itself', atCall(5, 'after'))],
  question: 'How many different addresses do x, y and z have?',
  answer: 'One: that of a. Of 50 student allocators tried, 41 did not notice a double free.',
  variants: [],
}
