import type { Bytes } from '../units.ts'

/** Operation kinds of a trace, with the letters that `.rep` files use. */
export const MALLOC = 0 // a ID SIZE
export const CALLOC = 1 // c ID NMEMB SIZE
export const REALLOC = 2 // r ID SIZE
export const MEMALIGN = 3 // m ID ALIGN SIZE
export const FREE = 4 // f ID: free, then the pointer becomes NULL
export const FREE_KEEP = 5 // F ID [OFF]: free p + OFF and keep the pointer (misuse)
export const USABLE = 6 // u ID
export const TRIM = 7 // t PAD
export const BREAK = 8 // b
export const WRITE = 9 // w ID OFF HEX
export const READ = 10 // x ID OFF N

/** Something worth saying about a text: where, and what. Lines and columns count from 1. */
export interface Diagnostic {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** A list of operations in columns; index i of every column belongs to operation i (counted from 0). */
export interface Trace {
  readonly length: number
  /** Ids are below this. */
  readonly ids: number
  readonly kind: Uint8Array
  /** The pointer variable; -1 where the operation names none, or the NULL of `f -1`. */
  readonly id: Int32Array
  /** SIZE of a and r, NMEMB of c, ALIGN of m, PAD of t, OFF of F, w and x; else 0. Nearest number above 2^53. */
  readonly a: Float64Array
  /** SIZE of c and m, N of x; else 0. */
  readonly b: Float64Array
  /** Line of the source text, from 1. */
  readonly line: Uint32Array
  /** HEX of w, by operation. */
  readonly bytes: ReadonlyMap<number, Uint8Array>
  /** Arguments that a number cannot hold exactly, by operation, as written: [a, b]. */
  readonly exact: ReadonlyMap<number, readonly [string, string]>
  /** What the file does wrong but can be run sensibly; at most 1,000 are kept, `warningCount` counts all. */
  readonly warnings: readonly Diagnostic[]
  readonly warningCount: number
  /** Why reading stopped, if it did: the operations before it are good. */
  readonly error: Diagnostic | null
}

/** A size in bytes as the trace wrote it, exact even where a number is not. */
export function exactSize(trace: Trace, operation: number, which: 0 | 1): string {
  const written = trace.exact.get(operation)
  if (written !== undefined) return written[which]
  const value: Bytes = (which === 0 ? trace.a : trace.b)[operation] ?? 0
  return String(value)
}
