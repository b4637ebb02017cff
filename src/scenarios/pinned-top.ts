import type { Example } from './example.ts'
import { course, times, traced } from './make.ts'

export const pinnedTop: Example = {
  id: 'pinned-top',
  title: 'One small block holds it all',
  chapter: 5,
  teaches: 'The break can only fall over free memory at the end.',
  scenario: traced(
    'One small block holds it all',
    [...times(4, (i) => `a ${i} 4000`), 'a 4 16', ...times(5, (i) => `f ${i}`)],
    course({ trimThreshold: 4096 }),
  ),
  open: { operation: 8, step: 'after' },
  look: 'Of the 16,096 bytes of chunks 16,064 are free, in one chunk, and the break has not moved.',
  question: 'Which free lowers the break?',
  answer: 'Only the last: the 32 bytes at +16064 held the rest.',
  variants: [],
}
