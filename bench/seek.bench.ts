import { Session } from '../src/engine/session/session.ts'
import { traceText } from '../src/engine/workload/index.ts'
import type { Bench, Row } from './bench.ts'
import { generated, measured, type Workload } from './workloads.ts'

const SEEKS = 60
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

/** Looks at a step as the page does: the steps of the operation, the chunks of a screen, the list. */
function look(session: Session, operation: number): void {
  session.moment({
    position: { operation, step: 1 },
    map: { from: 0, to: Number.MAX_SAFE_INTEGER, limit: 2000 },
    listLimit: 200,
    inspect: null,
  })
}

/** The same random operations every time; never the first. */
function positions(operations: number): number[] {
  let seed = 1
  return Array.from({ length: SEEKS }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return 1 + Math.floor((seed / 2 ** 32) * (operations - 1))
  })
}

function milliseconds(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** What going to any moment costs beside running everything, and what the checkpoints for it hold. */
export const bench: Bench = { name: 'seek', run }
