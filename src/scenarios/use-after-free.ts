import type { Example } from './example.ts'
import { afterLine, course, link, program } from './make.ts'

const text = `#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *p = malloc(24);
  strcpy(p, "mine");
  free(p);
  char *q = malloc(24);
  strcpy(q, "yours");
  p[0] = 'X';
  puts(q);
}
`

const scenario = program('use-after-free', 'Two names for one block', text, course())

export const useAfterFree: Example = {
  id: 'use-after-free',
  title: 'Two names for one block',
  chapter: 6,
  kind: 'mistake',
  teaches: 'After free the bytes get a new owner.',
  scenario,
  open: afterLine(scenario, "p[0] = 'X';"),
  look: 'p and q are the same address: the map draws both names at one chunk.',
  moments: [link('p and q are the same address', afterLine(scenario, "p[0] = 'X';"))],
  question: 'What is printed?',
  answer:
    'Xours. No allocator can see this: the store goes to a block that is in use, only through the wrong name.',
  variants: [],
}
