import type { Example } from './example.ts'
import { afterLine, atCall, link, program, withAllocator } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(100);
  char *b = malloc(100);
  a[99] = 1;
  a[100] = 1;
  a[4095] = 1;
  a[4096] = 1;
}
`

const pages = (place: string) => ({
  id: 'pages',
  options: { guard: true, place, alignment: '16' },
})
const scenario = program('guard-page', 'A mapping for every block', text, pages('start'))

export const guardPage: Example = {
  id: 'guard-page',
  title: 'A mapping for every block',
  chapter: 4,
  kind: 'watch',
  teaches: 'Pages can catch errors; they cost.',
  scenario,
  open: afterLine(scenario, 'a[100] = 1;'),
  panel: 'regions',
  light: '+0',
  look: 'Each block has a mapping of two pages, the second without permissions; b lies 8,192 bytes below a.',
  moments: [
    link('Each block has a mapping', atCall(1, 'after')),
    link('b lies 8,192 bytes below a', atCall(2, 'after')),
  ],
  question: 'Which store fails?',
  answer:
    'Only a[4096]: a segmentation fault in the guard page. 3,996 bytes behind the block are not protected, unless it is put at the end of its page.',
  variants: [withAllocator('at the end of the page', scenario, pages('end'))],
}
