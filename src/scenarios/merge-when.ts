import type { Example } from './example.ts'
import { course, times, traced, withAllocator } from './make.ts'

const scenario = traced(
  'At once, later, or never',
  [...times(4, (i) => `a ${i} 48`), 'a 4 16', ...times(4, (i) => `f ${i}`), 'a 5 200'],
  course(),
)

export const mergeWhen: Example = {
  id: 'merge-when',
  title: 'At once, later, or never',
  chapter: 2,
  teaches: 'When to merge is a choice.',
  scenario,
  open: { operation: 9, step: 'request' },
  look: 'Merging at once, the heap now holds (256); the others hold (64) (64) (64) (64). The deferred search fails once after 5 visits, merges, and finds +0 on the second search: 6 visits in all.',
  question: 'Where does the block of 200 bytes land?',
  answer:
    'At once and deferred: at +0, and the chunks take 288 bytes. Never: at +288, and they take 512, although 256 bytes are free.',
  variants: [
    withAllocator('deferred', scenario, course({ coalescing: 'deferred' })),
    withAllocator('never', scenario, course({ coalescing: 'never' })),
  ],
}
