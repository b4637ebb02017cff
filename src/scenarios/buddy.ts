import type { Example } from './example.ts'
import { times, traced } from './make.ts'

const allocator = { id: 'buddy', options: { pool: '4096', header: '16', growth: 'none' } }

export const buddy: Example = {
  id: 'buddy',
  title: 'Buddies',
  chapter: 4,
  teaches: 'Splitting in halves; only buddies merge.',
  scenario: traced('Buddies', [...times(4, (i) => `a ${i} 16`), 'f 1', 'f 2', 'a 4 40'], allocator),
  open: { operation: 5, step: 'after' },
  look: 'The four blocks are at +0, +32, +64 and +96. The second and third lie side by side, both free: 64 bytes together.',
  question: 'The next block needs 64 bytes. Does it go there?',
  answer: 'No, to +128: the buddy of +32 is +0, the buddy of +64 is +96, and both are in use.',
  variants: [
    {
      label: 'five times malloc(600)',
      scenario: traced(
        'Buddies: five blocks of 600 bytes',
        times(5, (i) => `a ${i} 600`),
        allocator,
      ),
    },
  ],
}
