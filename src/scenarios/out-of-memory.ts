import type { Example } from './example.ts'
import { course, cString, traced } from './make.ts'

export const outOfMemory: Example = {
  id: 'out-of-memory',
  title: 'When malloc says no',
  chapter: 5,
  teaches: 'NULL is an answer; a failed realloc leaves the old block.',
  scenario: traced(
    'When malloc says no',
    ['a 0 10000', `w 0 0 ${cString('work')}`, 'r 0 100000', 'x 0 0 5'],
    course(),
    {
      process: { dataLimit: 65536 },
    },
  ),
  open: { operation: 2, step: 'grow' },
  look: 'The process may have 64 KiB of data. brk is refused, errno is ENOMEM, realloc returns NULL; the old block is untouched and still holds "work".',
  question: 'What is wrong with p = realloc(p, 100000)?',
  answer:
    'p becomes NULL: nothing points at the 10,000 bytes any more, a leak, and the next p[0] faults at address 0.',
  variants: [],
}
