import type { Example } from './example.ts'
import { course, traced } from './make.ts'

export const firstLook: Example = {
  id: 'first-look',
  title: 'A heap in seven lines',
  chapter: 1,
  teaches: 'A heap is a row of chunks; malloc cuts them, free joins them.',
  scenario: traced(
    'A heap in seven lines',
    ['a 0 100', 'a 1 50', 'a 2 24', 'f 0', 'a 3 40', 'f 1', 'f 3'],
    course(),
  ),
  open: { operation: 4, step: 'split' },
  look: 'Before the split the heap is (128) [80] [48], after it [64] (64) [80] [48]. At the end it is (208) [48].',
  question: 'At the end, what is the most that malloc can give without growing the heap?',
  answer: '192 bytes: 208 less 16 for two tags. malloc(193) needs a chunk of 224 and must grow.',
  variants: [],
}
