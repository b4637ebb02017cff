import type { Scenario } from '../engine/session/scenario.ts'
import type { Example, Variant } from './example.ts'
import { atCall, course, link, program, withAllocator } from './make.ts'

/** First (224) [32] (624) [32] (528) [32], holes at +0, +256 and +912 in 1,472 bytes; then four requests. */
const text = (w: number, x: number, y: number, z: number) => `#include <stdlib.h>

int main(void) {
  char *a = malloc(200);
  char *p = malloc(16);
  char *b = malloc(600);
  char *q = malloc(16);
  char *c = malloc(500);
  char *r = malloc(16);
  free(a);
  free(b);
  free(c);
  char *w = malloc(${w});
  char *x = malloc(${x});
  char *y = malloc(${y});
  char *z = malloc(${z});
}
`

function holes(title: string, ...sizes: readonly [number, number, number, number]): Scenario {
  return program('which-hole', title, text(...sizes), course())
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
  kind: 'compare',
  teaches: 'First fit stops at the first hole that is large enough.',
  scenario: first,
  open: atCall(10, 'choose'),
  look: 'First fit puts 400 bytes into the hole of 624, best fit into the tighter one of 528.',
  moments: [link('First fit puts 400 bytes', atCall(10, 'choose'))],
  question: 'Which policy fails to place 500, and which 100?',
  answer:
    'Next and worst fit fail on 500, best fit on 100. Best fit kept 624 whole, and 500 left it with 96: 128 are needed.',
  variants: placements(first),
}

export const nextFitWins: Example = {
  id: 'next-fit-wins',
  title: 'Next fit wins',
  chapter: 3,
  kind: 'compare',
  teaches: 'Next fit goes on where it stopped.',
  scenario: next,
  open: atCall(11, 'choose'),
  look: 'First fit goes back to +0 and cuts the hole of 224 bytes; next fit goes on at +672 and leaves it whole for the 200.',
  moments: [link('First fit goes back to +0', atCall(11, 'choose'))],
  question: 'How many chunks do the four searches visit?',
  answer:
    'First fit 20, next fit 10, best fit 30, worst fit 30. Here next fit was also the quickest; it need not be.',
  variants: placements(next),
}

export const bestFitWins: Example = {
  id: 'best-fit-wins',
  title: 'Best fit wins',
  chapter: 3,
  kind: 'compare',
  teaches: 'Best fit keeps large holes for large requests.',
  scenario: best,
  open: atCall(10, 'choose'),
  look: 'Best fit puts 500 into the hole of 528, which it fits exactly; the others spoil the one of 624.',
  moments: [link('the others spoil the one of 624', atCall(10, 'split'))],
  question: 'Why do the others fail only at the last request?',
  answer:
    'Only remainders of 96, 96 and 112 bytes are left, and 100 bytes need a chunk of 128. With 100, 400, 400, 200 worst fit is the only one that needs no growth: no policy is best for all.',
  variants: [
    ...placements(best),
    ...['first', 'next', 'best', 'worst'].map((placement) =>
      withAllocator(`100 400 400 200, ${placement} fit`, worst, course({ placement })),
    ),
  ],
}
