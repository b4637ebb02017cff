import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = `#include <unistd.h>

int main(void) {
  char *b = sbrk(100);
  b[0] = 1;
  b[99] = 2;
  b[100] = 3;
  b[4095] = 4;
  b[4096] = 5;
}
`

export const theBreak: Example = {
  id: 'the-break',
  title: 'The program break',
  chapter: 1,
  kind: 'watch',
  teaches: 'The kernel’s heap is one line that moves; protection works in pages.',
  scenario: program('the-break', 'The program break', text, course()),
  open: atCall(1, 'after'),
  panel: 'regions',
  light: 'brk+0',
  look: 'The break has moved up by 100 bytes, to 0x555555559064, but the mapped region ends at brk+4096: the kernel maps whole pages. No allocator is at work here.',
  moments: [link('The break has moved up', atCall(1, 'after'))],
  question: 'Which store is the first to fail?',
  answer:
    'b[4096], a segmentation fault at 0x55555555a000. b[100] and b[4095] lie behind the break and still succeed, because their page is mapped.',
  variants: [],
}
