import { type CallColumns, NO_BLOCK } from '../parting.ts'
import type { Address } from '../units.ts'
import { CALLOC, MEMALIGN, type Trace } from '../workload/trace.ts'
import type { History } from './history.ts'
import type { Metrics } from './metrics.ts'

/** What the workload says of row `row`, which is a call. */
export interface Calls {
  operation(row: number): number
  /** What is called, and where in the workload: equal for equal calls. */
  call(row: number): number
  /** Bytes asked for; -1 where none are. */
  asked(row: number): number
}

/** The operations of a trace. */
export function traceCalls({ kind, id, a, b }: Trace): Calls {
  const sizes: Readonly<Record<number, (row: number) => number>> = {
    [CALLOC]: (row) => a[row]! * b[row]!,
    [MEMALIGN]: (row) => b[row]!,
  }
  return {
    operation: (row) => row,
    call: (row) => kind[row]! + KINDS * (id[row]! + 1),
    asked: (row) => sizes[kind[row]!]?.(row) ?? a[row]!,
  }
}

/** More than there are kinds of operations. */
const KINDS = 16

/** What a run has recorded of its calls. */
export interface Recorded {
  readonly calls: Calls
  readonly history: History
  readonly metrics: Metrics
  /** Answers are told from here on, so that runs of differently made heaps can be compared. */
  readonly heapStart: Address
}

/** Rows [from, to) as far as they have been recorded. */
export function callColumns(
  { calls, history, metrics, heapStart }: Recorded,
  from: number,
  to: number,
): CallColumns {
  const first = Math.max(0, Math.min(from, metrics.length))
  const end = Math.max(first, Math.min(to, metrics.length))
  const footprint = metrics.column('footprint')
  const length = end - first
  const operation = new Float64Array(length)
  const call = new Float64Array(length)
  const asked = new Float64Array(length)
  const answer = new Float64Array(length)
  for (let i = 0; i < length; i++) {
    const row = first + i
    operation[i] = calls.operation(row)
    call[i] = calls.call(row)
    asked[i] = calls.asked(row)
    const payload = history.address[row]!
    answer[i] = payload === 0 ? NO_BLOCK : payload - heapStart
  }
  return {
    from: first,
    to: end,
    operation,
    call,
    asked,
    answer,
    heap: Float64Array.from(footprint.subarray(first, end)),
  }
}
