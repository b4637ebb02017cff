import { CATALOG } from '../src/engine/allocators/catalog.ts'
import type { OptionValues } from '../src/engine/allocators/index.ts'
import { TraceMachine } from '../src/engine/session/trace-machine.ts'
import { FREE, MALLOC, REALLOC, type Trace } from '../src/engine/workload/index.ts'
import type { Bench, Row } from './bench.ts'
import { hasCompiler, NATIVE_VARIANTS, type NativeCalls, NativeClassroom } from './native/classroom.ts'
import { generated, holes, measured, recorded, type Workload } from './workloads.ts'

const ROUNDS = 5
/** Short traces run more often, so that the engine has seen them warm. */
const LEAST_MS = 400

const WORKLOADS: readonly Workload[] = [
  holes(2_000, 4_000),
  generated('uniform', { operations: 50_000, live: 500 }),
  generated('uniform', { operations: 20_000, live: 5_000 }),
  generated('bimodal', { operations: 50_000, live: 500, realloc: 10, maxSize: 8192 }),
  ...recorded('amptjp'),
  ...recorded('binary'),
  ...recorded('random'),
]

/** Allocators without a C twin are measured on one workload alone. */
async function run(): Promise<Row[]> {
  const native = hasCompiler() ? new NativeClassroom() : null
  const rows = WORKLOADS.flatMap((workload) =>
    Object.keys(NATIVE_VARIANTS).map((id) => measure(workload, id, native)),
  )
  const others = CATALOG.filter(({ id, factory }) => !(id in NATIVE_VARIANTS) && factory !== 'ostep')
  rows.push(...others.map(({ id }) => measure(WORKLOADS[1]!, id, null)))
  native?.dispose()
  return rows
}

function measure({ name, trace }: Workload, id: string, native: NativeClassroom | null): Row {
  // The C twins know no other way to resize a block.
  const ns = engineNs(trace, id, native === null ? {} : { realloc: 'move' })
  const row = { what: `${id}: ${name}`, value: 1e9 / ns, unit: 'operations a second' }
  if (native === null) return row
  const twin = native.time(id, nativeCalls(trace), ROUNDS)
  return { ...row, ratio: { value: ns / twin, to: 'the time of C' } }
}

/**
 * Nanoseconds an operation takes in the engine, observer off, best of some runs. The rounds share one process that
 * is put back to its beginning, as those of the C twin share their arena.
 */
function engineNs(trace: Trace, id: string, options: OptionValues): number {
  const machine = new TraceMachine(measured(id, options), trace)
  machine.start()
  const beginning = machine.checkpoint()
  let best = Number.POSITIVE_INFINITY
  let spent = 0
  for (let round = 0; round <= ROUNDS || spent < LEAST_MS; round++) {
    machine.restore(beginning)
    const start = performance.now()
    while (!machine.finished) machine.execute()
    const took = performance.now() - start
    if (machine.ending !== null) throw new Error(`${id} ended early: ${machine.ending.message}`)
    best = Math.min(best, took)
    spent += took
  }
  return (best * 1e6) / trace.length
}

const LETTERS: Readonly<Record<number, string>> = { [MALLOC]: 'a', [REALLOC]: 'r', [FREE]: 'f' }

function nativeCalls({ ids, kind, id, a }: Trace): NativeCalls {
  const letters = Array.from(kind, (each) => {
    const letter = LETTERS[each]
    if (letter === undefined) throw new Error(`the C build has no operation of kind ${each}`)
    return letter.charCodeAt(0)
  })
  return { ids, kind: letters, id, size: a }
}

/** Operations a second of every allocator, beside the same algorithm in C. */
export const bench: Bench = { name: 'alloc', run }
