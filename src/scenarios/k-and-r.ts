import type { Example } from './example.ts'
import { traced } from './make.ts'

export const kAndR: Example = {
  id: 'k-and-r',
  title: 'The allocator of the C book',
  chapter: 4,
  teaches: 'A circular list by address, and cutting from the tail.',
  scenario: traced('The allocator of the C book', ['a 0 100', 'a 1 100', 'a 2 24', 'f 1', 'a 3 100'], {
    id: 'kr',
    options: { nalloc: 1024 },
  }),
  open: { operation: 1, step: 'split' },
  look: 'One sbrk gave 16,384 bytes; the blocks are at brk+16272, brk+16144 and brk+16096.',
  question: 'Why do the addresses go down, and where is the last block?',
  answer:
    'The tail is cut off, so that only the free block’s size changes. The last block is the freed one again, at brk+16144, though 1,005 units are free at brk+0: the search starts just behind the place where the last free ended.',
  variants: [],
}
