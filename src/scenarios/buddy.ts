import type { Example } from './example.ts'
import { atCall, link, program } from './make.ts'

const allocator = { id: 'buddy', options: { pool: '4096', header: '16', growth: 'none' } }

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(16);
  char *b = malloc(16);
  char *c = malloc(16);
  char *d = malloc(16);
  free(b);
  free(c);
  char *e = malloc(40);
}
`

const large = `#include <stdlib.h>

int main(void) {
  char *p[5];
  for (int i = 0; i < 5; i++)
    p[i] = malloc(600);
}
`

export const buddy: Example = {
  id: 'buddy',
  title: 'Buddies',
  chapter: 4,
  kind: 'watch',
  teaches: 'Splitting in halves; only buddies merge.',
  scenario: program('buddy', 'Buddies', text, allocator),
  open: atCall(6, 'after'),
  look: 'a to d are at +0, +32, +64 and +96. b and c lie side by side, both free: 64 bytes together.',
  moments: [link('a to d are', atCall(4, 'after')), link('both free', atCall(6, 'after'))],
  question: 'e needs 64 bytes. Does it go there?',
  answer:
    'No, to +128: the buddy of +32 is +0, the buddy of +64 is +96, and both are in use. Five blocks of 600 bytes take 1,024 each: four fill the 4,096 bytes with 2,400 asked for, and the fifth finds nothing.',
  variants: [
    {
      label: 'five times malloc(600)',
      scenario: program('buddy', 'Buddies: five blocks of 600 bytes', large, allocator),
    },
  ],
}
