import type { Example } from './example.ts'
import { course, times, traced } from './make.ts'

const blocks = times(16, (i) => `a ${i} 112`)

export const swissCheese: Example = {
  id: 'swiss-cheese',
  title: 'Half of it free, and no room',
  chapter: 3,
  teaches: 'External fragmentation: much is free, and nothing fits.',
  scenario: traced(
    'Half of it free, and no room',
    [...blocks, ...times(8, (i) => `f ${2 * i}`), 'a 16 200'],
    course(),
  ),
  open: { operation: 24, step: 'request' },
  look: 'Of 2,048 bytes of chunks 1,024 are free, in eight holes of 128: external fragmentation is 1 - 128/1,024 = 87.5 %.',
  question: 'Where does the block of 200 bytes go?',
  answer:
    'To +2048, after 16 visits; the chunks then take 2,272 bytes. If the first eight had been freed instead, one hole of 1,024 at +0 would take it.',
  variants: [
    {
      label: 'the first eight freed',
      scenario: traced(
        'Half of it free, in one piece',
        [...blocks, ...times(8, (i) => `f ${i}`), 'a 16 200'],
        course(),
      ),
    },
  ],
}
