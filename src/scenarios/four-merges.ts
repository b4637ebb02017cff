import type { Example } from './example.ts'
import { course, times, traced } from './make.ts'

export const fourMerges: Example = {
  id: 'four-merges',
  title: 'The four cases of free',
  chapter: 2,
  teaches: 'Boundary tags let free see both neighbours at once.',
  scenario: traced(
    'The four cases of free',
    [...times(6, (i) => `a ${i} 48`), 'f 1', 'f 0', 'f 3', 'f 4', 'f 2'],
    course(),
  ),
  open: { operation: 10, step: 'coalesce' },
  look: 'The frees before this one met no free neighbour; a free one behind, (128) at +0; none; a free one in front, (128) at +192. This one has both: (320) at +0.',
  question: 'Which bytes tell free that the chunk in front is free, and how large it is?',
  answer:
    'The footer of that chunk: the 8 bytes at +120, just before the header at +128. Without footers free would have to walk from +0.',
  variants: [],
}
