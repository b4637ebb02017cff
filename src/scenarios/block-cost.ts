import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(1);
  char *b = malloc(16);
  char *c = malloc(17);
  char *d = malloc(32);
  char *e = malloc(33);
  char *p[100];
  for (int i = 0; i < 100; i++)
    p[i] = malloc(1);
}
`

const hundred = `#include <stdlib.h>

int main(void) {
  char *p[100];
  for (int i = 0; i < 100; i++)
    p[i] = malloc(1);
}
`

const thousand = `#include <stdlib.h>

int main(void) {
  char *p = malloc(1000);
}
`

export const blockCost: Example = {
  id: 'block-cost',
  title: 'What a small block costs',
  chapter: 2,
  kind: 'watch',
  teaches: 'Internal fragmentation: tags, rounding, and a smallest size.',
  scenario: program('block-cost', 'What a small block costs', text, course()),
  open: atCall(3, 'request'),
  panel: 'chunk',
  light: '+0',
  look: 'The chunks of a to e have 32, 32, 48, 48 and 64 bytes. The last hex digit of a header is 1 because bit 0 says "in use".',
  moments: [
    link('32', atCall(1, 'after')),
    link('32', atCall(2, 'after')),
    link('48', atCall(3, 'after')),
    link('48', atCall(4, 'after')),
    link('64', atCall(5, 'after')),
  ],
  question: '100 blocks of 1 byte alone take how many bytes? And malloc(1000)?',
  answer: '3,200: utilization 3.1 %. malloc(1000) takes 1,024: 97.7 %.',
  variants: [
    {
      label: '100 blocks of 1 byte',
      scenario: program('block-cost', 'A hundred blocks of 1 byte', hundred, course()),
    },
    {
      label: 'one block of 1000',
      scenario: program('block-cost', 'One block of 1,000 bytes', thousand, course()),
    },
  ],
}
