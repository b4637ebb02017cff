import type { Example } from './example.ts'
import { course, traced, UNFILLED } from './make.ts'

export const overflow: Example = {
  id: 'overflow',
  title: 'The forty-first byte',
  chapter: 6,
  teaches: 'Tags lie next to data; harm shows later and elsewhere.',
  scenario: traced(
    'The forty-first byte',
    ['a 0 24', 'a 1 24', 'a 2 24', `w 2 0 ${'43'.repeat(24)}`, `w 0 0 ${'41'.repeat(41)}`, 'f 1', 'x 2 0 24'],
    course(),
    UNFILLED,
  ),
  open: { operation: 4, step: 'after' },
  look: 'Bytes 24 to 31 are padding of the first block, 32 to 39 its footer, and byte 40 is the lowest byte of the second block’s header: 0x31 becomes 0x41, so its size reads 64.',
  question: 'What has happened to the third block after the second is freed?',
  answer:
    'Its first 8 bytes are 0x40, so it reads "@". free wrote the footer where a chunk of 64 bytes would end, 8 bytes inside the third chunk’s block. A walk from +0 goes wrong at +112.',
  variants: [],
}
