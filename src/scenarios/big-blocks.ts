import type { Example } from './example.ts'
import { course, times, traced, UNFILLED } from './make.ts'

export const bigBlocks: Example = {
  id: 'big-blocks',
  title: 'Blocks of their own',
  chapter: 5,
  teaches: 'Above the mmap threshold a block is a mapping; only touched pages are resident.',
  scenario: traced(
    'Blocks of their own',
    ['a 0 1000000', ...times(10, (i) => `w 0 ${i * 100_000} 01`), 'f 0'],
    course({ mmapThreshold: 131_072 }),
    UNFILLED,
  ),
  open: { operation: 0, step: 'after' },
  look: 'The mapping has 245 pages, 1,003,520 bytes. One page is resident: that of the header. In the list of regions Linux joins it with three pages above it.',
  question: 'How many pages are resident after the ten stores, and after free?',
  answer: '10, then 0: munmap gives all of them back at once.',
  variants: [],
}
