import type { Example } from './example.ts'
import { atCall, course, link, program, programOf } from './make.ts'

const text = `#include <stdlib.h>

int main(void) {
  char *a = malloc(10);
  char *b = malloc(10);
  char *c = malloc(100);
  for (int i = 0; i < 1000; i++)
    free(malloc(100));
}
`

const ownMalloc = `#include <unistd.h>

void *malloc(size_t n) {
  void *p = sbrk(n);
  return p == (void *)-1 ? NULL : p;
}

void free(void *p) {
}
`

export const bump: Example = {
  id: 'bump',
  title: 'The simplest malloc',
  chapter: 1,
  kind: 'watch',
  teaches: 'Without bookkeeping nothing can be given back.',
  scenario: program('bump', 'The simplest malloc', text, { id: 'bump', options: { alignment: '1' } }),
  open: atCall(2, 'after'),
  look: 'The blocks lie at brk+0, brk+10 and brk+20: no header between them, and the second is not aligned.',
  moments: [
    link('brk+0', atCall(1, 'after')),
    link('brk+10', atCall(2, 'after')),
    link('brk+20', atCall(3, 'after')),
  ],
  question: 'How far is the break at the end, and how many calls moved it?',
  answer: 'brk+100120, by 1,003 calls, although never more than 220 bytes were in use.',
  variants: [
    {
      label: 'the program’s own malloc',
      scenario: programOf('The simplest malloc, in C', { 'bump.c': text, 'malloc.c': ownMalloc }, course()),
    },
  ],
}
