import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = (frees: string) => `#include <stdlib.h>

int main(void) {
  char *p[16];
  for (int i = 0; i < 16; i++)
    p[i] = malloc(112);
  ${frees}
    free(p[i]);
  char *z = malloc(200);
}
`

export const swissCheese: Example = {
  id: 'swiss-cheese',
  title: 'Half of it free, and no room',
  chapter: 3,
  kind: 'watch',
  teaches: 'External fragmentation: much is free, and nothing fits.',
  scenario: program(
    'swiss-cheese',
    'Half of it free, and no room',
    text('for (int i = 0; i < 16; i += 2)'),
    course(),
  ),
  open: atCall(25, 'request'),
  look: 'Of 2,048 bytes of chunks 1,024 are free, in eight holes of 128: external fragmentation is 1 - 128/1,024 = 87.5 %.',
  moments: [link('1,024 are free', atCall(24, 'after'))],
  question: 'Where does z, of 200 bytes, go?',
  answer:
    'To +2048, after 16 visits; the chunks then take 2,272 bytes. If the first eight had been freed instead, one hole of 1,024 at +0 would take it.',
  variants: [
    {
      label: 'the first eight freed',
      scenario: program(
        'swiss-cheese',
        'Half of it free, in one piece',
        text('for (int i = 0; i < 8; i++)'),
        course(),
      ),
    },
  ],
}
