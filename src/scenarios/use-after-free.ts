import type { Example } from './example.ts'
import { course, cString, traced, UNFILLED } from './make.ts'

export const useAfterFree: Example = {
  id: 'use-after-free',
  title: 'Two names for one block',
  chapter: 6,
  teaches: 'After free the bytes get a new owner.',
  scenario: traced(
    'Two names for one block',
    [
      'a 0 24',
      `w 0 0 ${cString('mine')}`,
      'F 0',
      'a 1 24',
      `w 1 0 ${cString('yours')}`,
      'w 0 0 58',
      'x 1 0 6',
    ],
    course(),
    UNFILLED,
  ),
  open: { operation: 5, step: 'after' },
  look: 'p[0] and p[1] are the same address.',
  question: 'What does p[1] read?',
  answer: 'Xours. No allocator can see this; the lab can, because it knows that p[0] was freed.',
  variants: [],
}
