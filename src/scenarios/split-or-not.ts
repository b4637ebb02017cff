import type { Example } from './example.ts'
import { course, traced } from './make.ts'

const hole = ['a 0 200', 'a 1 16', 'f 0']

export const splitOrNot: Example = {
  id: 'split-or-not',
  title: 'Cut, or give it all',
  chapter: 2,
  teaches: 'A remainder too small to be a chunk is not cut off.',
  scenario: traced('Cut, or give it all', [...hole, 'a 2 180'], course()),
  open: { operation: 3, step: 'whole' },
  look: '180 bytes need 208 of the 224; 16 would remain, so the block gets all 224. 176 need 192; the other 32 become a chunk at +192.',
  question: 'With a split threshold of 64 instead of 32, which requests still split this hole?',
  answer: 'Those of at most 144 bytes: the chunk must have 160 or less.',
  variants: [
    { label: 'malloc(176)', scenario: traced('Cut it', [...hole, 'a 2 176'], course()) },
    {
      label: 'malloc(144), split from 64',
      scenario: traced('Split from 64: 144 bytes', [...hole, 'a 2 144'], course({ split: 64 })),
    },
    {
      label: 'malloc(145), split from 64',
      scenario: traced('Split from 64: 145 bytes', [...hole, 'a 2 145'], course({ split: 64 })),
    },
  ],
}
