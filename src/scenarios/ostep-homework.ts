import type { Scenario } from '../engine/session/scenario.ts'
import type { Example } from './example.ts'
import { link } from './make.ts'

function homework(flags: string): Scenario {
  return {
    title: 'The OSTEP homework, first question',
    source: { kind: 'ostep', args: `-n 10 -H 0 ${flags} -s 0` },
    allocator: { id: 'ostep', options: {} },
    process: {},
    run: { leaks: false },
  }
}

export const ostepHomework: Example = {
  id: 'ostep-homework',
  title: 'The OSTEP homework, first question',
  chapter: 3,
  kind: 'compare',
  teaches: 'List order and policy, seen without headers.',
  scenario: homework('-p BEST'),
  open: { at: { kind: 'operation', operation: 6 }, step: 'choose' },
  look: 'This is the fourth Alloc, of 8 bytes. BEST returns 1008, the hole of exactly 8; WORST returns 1016 and cuts the large one.',
  moments: [
    link('the fourth Alloc', { at: { kind: 'operation', operation: 6 }, step: 'before' }),
    link('BEST returns 1008', { at: { kind: 'operation', operation: 6 }, step: 'after' }),
  ],
  question: 'How many free chunks are left in the end under BEST, WORST and FIRST?',
  answer:
    '4, 5 and 4, with 91 bytes free each time; the largest has 84, 67 and 84. With -C (merging) BEST ends with one chunk of 91 at 1009.',
  variants: [
    { label: '-p WORST', scenario: homework('-p WORST') },
    { label: '-p FIRST', scenario: homework('-p FIRST') },
    { label: '-p BEST -C', scenario: homework('-p BEST -C') },
  ],
}
