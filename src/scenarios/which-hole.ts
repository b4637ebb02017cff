import type { Scenario } from '../engine/session/scenario.ts'
import type { Example, Variant } from './example.ts'
import { course, traced, withAllocator } from './make.ts'

/** Leaves (224) [32] (624) [32] (528) [32]: holes at +0, +256 and +912, 1,472 bytes in all. */
const HOLES = ['a 0 200', 'a 1 16', 'a 2 600', 'a 3 16', 'a 4 500', 'a 5 16', 'f 0', 'f 2', 'f 4']

/** The three holes, then four requests. */
function holes(title: string, ...sizes: readonly number[]): Scenario {
  return traced(title, [...HOLES, ...sizes.map((size, i) => `a ${6 + i} ${size}`)], course())
}

function placements(scenario: Scenario): Variant[] {
  return ['next', 'best', 'worst'].map((placement) =>
    withAllocator(`${placement} fit`, scenario, course({ placement })),
  )
}

const first = holes('First fit wins', 400, 200, 500, 100)
const next = holes('Next fit wins', 400, 100, 400, 200)
const best = holes('Best fit wins', 500, 400, 100, 100)
const worst = holes('Worst fit wins', 100, 400, 400, 200)

export const firstFitWins: Example = {
  id: 'first-fit-wins',
  title: 'First fit wins',
  chapter: 3,
  teaches: 'First fit stops at the first hole that is large enough.',
  scenario: first,
  open: { operation: 9, step: 'choose' },
  look: 'First fit puts 400 bytes into the hole of 624, best fit into the tighter one of 528.',
  question: 'Which policy fails to place 500, and which 100?',
  answer:
    'Next and worst fit fail on 500, best fit on 100. Best fit kept 624 whole, and 500 left it with 96: 128 are needed.',
  variants: placements(first),
}

export const nextFitWins: Example = {
  id: 'next-fit-wins',
  title: 'Next fit wins',
  chapter: 3,
  teaches: 'Next fit goes on where it stopped.',
  scenario: next,
  open: { operation: 10, step: 'choose' },
  look: 'First fit goes back to +0 and cuts the hole of 224 bytes; next fit goes on at +672 and leaves it whole for the 200.',
  question: 'How many chunks do the four searches visit?',
  answer:
    'First fit 20, next fit 10, best fit 30, worst fit 30. Here next fit was also the quickest; it need not be.',
  variants: placements(next),
}

export const bestFitWins: Example = {
  id: 'best-fit-wins',
  title: 'Best fit wins',
  chapter: 3,
  teaches: 'Best fit keeps large holes for large requests.',
  scenario: best,
  open: { operation: 9, step: 'choose' },
  look: 'Best fit puts 500 into the hole of 528, which it fits exactly; the others spoil the one of 624.',
  question: 'Why do the others fail only at the last request?',
  answer:
    'Only remainders of 96, 96 and 112 bytes are left, and 100 bytes need a chunk of 128. With 100, 400, 400, 200 worst fit is the only one that needs no growth: no policy is best for all.',
  variants: [
    ...placements(best),
    withAllocator('100 400 400 200, worst fit', worst, course({ placement: 'worst' })),
    withAllocator('100 400 400 200, best fit', worst, course({ placement: 'best' })),
  ],
}
