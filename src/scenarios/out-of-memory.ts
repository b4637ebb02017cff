import type { Example } from './example.ts'
import { atCall, course, link, program } from './make.ts'

const text = `#include <stdlib.h>
#include <string.h>

int main(void) {
  char *p = malloc(10000);
  strcpy(p, "work");
  char *q = realloc(p, 100000);
}
`

const careless = `#include <stdlib.h>
#include <string.h>

int main(void) {
  char *p = malloc(10000);
  strcpy(p, "work");
  p = realloc(p, 100000);
  p[0] = 'W';
}
`

const limit = { dataLimit: 65_536 }

export const outOfMemory: Example = {
  id: 'out-of-memory',
  title: 'When malloc says no',
  chapter: 5,
  kind: 'watch',
  teaches: 'NULL is an answer; a failed realloc leaves the old block.',
  scenario: program('out-of-memory', 'When malloc says no', text, course(), limit),
  open: atCall(2, 'grow'),
  look: 'The process may have 64 KiB of data. brk is refused, errno is ENOMEM, q is NULL; the block of p is untouched and still holds "work".',
  moments: [link('brk is refused', atCall(2, 'grow')), link('q is NULL', atCall(2, 'after'))],
  question: 'What is wrong with p = realloc(p, 100000)?',
  answer:
    'p becomes NULL: nothing points at the 10,000 bytes any more, a leak, and the next p[0] faults at address 0.',
  variants: [
    {
      label: 'p = realloc(p, 100000)',
      scenario: program('out-of-memory', 'When nobody listens to malloc', careless, course(), limit),
    },
  ],
}
