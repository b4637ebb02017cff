import type { Example } from './example.ts'
import { course, traced, UNFILLED } from './make.ts'

export const doubleFree: Example = {
  id: 'double-free',
  title: 'The same block twice',
  chapter: 6,
  teaches: 'A list that leads to itself.',
  scenario: traced(
    'The same block twice',
    ['a 0 24', 'a 1 24', 'f 1', 'F 0', 'F 0', 'a 2 24', 'a 3 24', 'a 4 24'],
    course({ list: 'lifo', coalescing: 'never' }),
    UNFILLED,
  ),
  open: { operation: 4, step: 'after' },
  look: 'The link in the block now points at the block itself; the other one has dropped off the list.',
  question: 'Three blocks are allocated next. How many different addresses do they have?',
  answer: 'One. Of 50 student allocators tried, 41 did not notice a double free.',
  variants: [],
}
