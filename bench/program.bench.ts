import type { Scenario } from '../src/engine/session/index.ts'
import { Session } from '../src/engine/session/session.ts'
import type { Bench, Row } from './bench.ts'
import { look, milliseconds, positions, SEEKS } from './seeking.ts'

/** Ten million steps: every statement, every condition and every step of a loop counts as one. */
const TEXT = `#include <stdlib.h>
int main(void) {
  long sum = 0;
  int *a = malloc(4000);
  for (int round = 0; round < 2500; round++)
    for (int i = 0; i < 1000; i++) {
      a[i] = i ^ round;
      sum += a[i];
    }
  free(a);
  return sum & 127;
}
`

const SCENARIO: Scenario = {
  title: 'ten million steps',
  source: { kind: 'c', files: [{ name: 'main.c', text: TEXT }], input: '' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: {},
}

/** A program under the eyes of the checker, from compiling to the last step, and then looked at anywhere. */
async function run(): Promise<Row[]> {
  const session = new Session(SCENARIO)
  const whole = milliseconds(() => session.runAll())
  const { done, program } = session.info()
  const far = positions(done)
    .map((operation) => milliseconds(() => look(session, operation)))
    .sort((a, b) => a - b)
  const middle = Math.floor(done / 2)
  const beside = (value: number) => ({ value: value / whole, to: 'the whole run' })
  const row = (what: string, value: number): Row => ({ what, value, unit: 'ms', ratio: beside(value) })
  const { count, bytes } = session.checkpointCost()
  return [
    { what: `${done.toLocaleString('en')} steps, checked and recorded`, value: whole, unit: 'ms' },
    { what: 'the same', value: program!.instructions / whole / 1000, unit: 'million instructions a second' },
    row('median seek to any step', far[SEEKS >> 1]!),
    row('worst seek to any step', far[SEEKS - 1]!),
    row(
      'over a statement, backwards',
      milliseconds(() => session.walk(middle, 'over', true)),
    ),
    row(
      'out of main, which has no outside',
      milliseconds(() => session.walk(middle, 'out', false)),
    ),
    { what: `${count} checkpoints hold`, value: bytes / 2 ** 20, unit: 'MiB' },
  ]
}

export const bench: Bench = { name: 'program', run }
