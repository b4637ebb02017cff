import type { Example } from './example.ts'
import { course, traced, withAllocator } from './make.ts'

const scenario = traced(
  'The order of the list',
  ['a 0 100', 'a 1 16', 'a 2 500', 'a 3 16', 'f 0', 'f 2', 'a 4 100', 'a 5 500'],
  course({ list: 'lifo' }),
)

export const newestFirst: Example = {
  id: 'newest-first',
  title: 'The order of the list',
  chapter: 4,
  teaches: 'The heap and the free list are two orders.',
  scenario,
  open: { operation: 6, step: 'visit' },
  look: 'Newest first, the search meets the 528 bytes at +160 and cuts them; by address, the 128 bytes at +0 come first and fit exactly.',
  question: 'Where does the last block, of 500 bytes, go?',
  answer:
    'Newest first: to +720, and the chunks take 1,248 bytes. By address: to +160, and they take 720. LIFO pays with space for a free that never searches for its place.',
  variants: [withAllocator('by address', scenario, course({ list: 'address' }))],
}
