import type { Example } from './example.ts'
import { times, traced } from './make.ts'

const pairs = times(1000, (i) => `a ${i + 3} 100\nf ${i + 3}`).flatMap((pair) => pair.split('\n'))

export const bump: Example = {
  id: 'bump',
  title: 'The simplest malloc',
  chapter: 1,
  teaches: 'Without bookkeeping nothing can be given back.',
  scenario: traced('The simplest malloc', ['a 0 10', 'a 1 10', 'a 2 100', ...pairs], {
    id: 'bump',
    options: { alignment: '1' },
  }),
  open: { operation: 1, step: 'after' },
  look: 'The blocks lie at brk+0, brk+10 and brk+20: no header between them, and the second is not aligned.',
  question: 'How far is the break at the end, and how many calls moved it?',
  answer: 'brk+100120, by 1,003 calls, although never more than 220 bytes were in use.',
  variants: [],
}
