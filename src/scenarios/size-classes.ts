import type { Example } from './example.ts'
import { course, times, traced, withAllocator } from './make.ts'

const scenario = traced(
  'Do not look at what cannot fit',
  [...times(64, (i) => `a ${i} 48`), ...times(32, (i) => `f ${2 * i}`), 'a 64 200'],
  course(),
)

export const sizeClasses: Example = {
  id: 'size-classes',
  title: 'Do not look at what cannot fit',
  chapter: 4,
  teaches: 'Segregated lists.',
  scenario,
  open: { operation: 96, step: 'request' },
  look: '32 free chunks have 64 bytes each; a chunk of 224 is needed.',
  question: 'How many chunks does each allocator visit before the heap grows?',
  answer: 'Implicit list 64, explicit list 32, segregated fits 0: all 32 are in a class below.',
  variants: [
    withAllocator('explicit list', scenario, course({ list: 'lifo' })),
    withAllocator('segregated fits', scenario, { id: 'segregated', options: {} }),
  ],
}
