import { Session } from '../src/engine/session/session.ts'
import { traceText } from '../src/engine/workload/index.ts'
import type { Bench, Row } from './bench.ts'
import { look, milliseconds, positions, SEEKS } from './seeking.ts'
import { generated, measured, type Workload } from './workloads.ts'

const WORKLOAD = generated('uniform', { operations: 500_000, live: 2_000 })
const MIB = 2 ** 20

async function run(): Promise<Row[]> {
  return ['segregated', 'explicit-address', 'first-fit'].flatMap((id) => measure(id, WORKLOAD))
}

function measure(id: string, { name, trace }: Workload): Row[] {
  const text = new TextEncoder().encode(traceText(trace))
  const session = new Session(measured(id, {}), text)
  const whole = milliseconds(() => session.runAll())
  const random = positions(trace.length)
  const far = random.map((operation) => milliseconds(() => look(session, operation))).sort((a, b) => a - b)
  const back = random
    .map((operation) => {
      look(session, operation)
      return milliseconds(() => look(session, operation - 1))
    })
    .sort((a, b) => a - b)
  const beside = (value: number) => ({ value: value / whole, to: 'the whole run' })
  const { count, bytes } = session.checkpointCost()
  return [
    { what: `${id}: ${name}, read and run`, value: whole, unit: 'ms' },
    ...(['median', 'worst'] as const).map((which) => {
      const value = which === 'median' ? far[SEEKS >> 1]! : far[SEEKS - 1]!
      return { what: `${id}: ${which} seek to any step`, value, unit: 'ms', ratio: beside(value) }
    }),
    {
      what: `${id}: median step back`,
      value: back[SEEKS >> 1]!,
      unit: 'ms',
      ratio: beside(back[SEEKS >> 1]!),
    },
    { what: `${id}: ${count} checkpoints hold`, value: bytes / MIB, unit: 'MiB' },
  ]
}

/** What going to any moment costs beside running everything, and what the checkpoints for it hold. */
export const bench: Bench = { name: 'seek', run }
