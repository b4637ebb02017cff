/** In place of an address: the call answered with no block. */
export const NO_BLOCK = -1

/**
 * Calls [from, to) of the allocator and the kernel that a run made, in columns: what was asked, and what came of it.
 * In a trace each operation is such a call. Runs of one workload under several allocators are told apart by these.
 */
export interface CallColumns {
  readonly from: number
  /** One past the last call told: less than was asked for where the run has not come so far. */
  readonly to: number
  /** The operation that made the call. */
  readonly operation: Float64Array
  /** What was called, and where in the workload, as one number: equal for equal calls. */
  readonly call: Float64Array
  /** Bytes that were asked for; -1 where none are. */
  readonly asked: Float64Array
  /** Where the block lies, from the start of the heap; NO_BLOCK for none. */
  readonly answer: Float64Array
  /** Bytes of heap after it, mappings included. */
  readonly heap: Float64Array
}

/**
 * Where two runs part. `path`: they do not make the same call; `answer`: it answers differently; `heap`: it leaves
 * heaps of different sizes; `end`: only one of them has come so far.
 */
export interface Parting {
  readonly kind: 'path' | 'answer' | 'heap' | 'end'
  /** The call, from 0, and the operation that makes it in the first of the two runs. */
  readonly call: number
  readonly operation: number
  /** What each of the two has there: an answer, or bytes of heap. 0 for `path` and `end`. */
  readonly first: number
  readonly second: number
}

/** The first call in both slices that is not the same in both runs; null if there is none. Both begin at one call. */
export function pathParting(a: CallColumns, b: CallColumns): Parting | null {
  const end = Math.min(a.to, b.to) - a.from
  for (let i = 0; i < end; i++) {
    if (a.operation[i] !== b.operation[i] || a.call[i] !== b.call[i] || a.asked[i] !== b.asked[i])
      return { kind: 'path', call: a.from + i, operation: a.operation[i]!, first: 0, second: 0 }
  }
  return null
}

/** The first call in both slices after which the runs differ in answer or heap; null if there is none. */
export function answerParting(a: CallColumns, b: CallColumns): Parting | null {
  const end = Math.min(a.to, b.to) - a.from
  for (let i = 0; i < end; i++) {
    const kind = a.answer[i] !== b.answer[i] ? 'answer' : 'heap'
    const first = a[kind][i]!
    const second = b[kind][i]!
    if (first !== second) return { kind, call: a.from + i, operation: a.operation[i]!, first, second }
  }
  return null
}
