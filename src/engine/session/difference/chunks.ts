import { MAPPED, USED } from '../../allocators/index.ts'
import { differingBytes } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'
import type { Captured } from './captured.ts'
import type { ChunkTable } from './chunk-table.ts'
import { CHUNK_CHANGES, type ChunkChangeKind } from './views.ts'

/** More marks than this on one map cannot be told apart. */
const MARKS = 20_000

/** A changed chunk by its rows in the two tables; -1 where it is in only one of them. */
export interface ChangedRow {
  readonly kind: ChunkChangeKind
  readonly a: number
  readonly b: number
  readonly bytes: Bytes
}

export interface ChangedRows {
  readonly counts: Record<ChunkChangeKind, number>
  readonly total: number
  readonly rows: readonly ChangedRow[]
  readonly marks: Float64Array
}

/**
 * Goes through two captured heaps side by side, in address order. `renewed`: payloads at which another block lives
 * than at the first moment. At most `limit` rows are kept; all are counted.
 */
export function changedChunks(
  a: Captured,
  b: Captured,
  renewed: ReadonlySet<Address>,
  limit: number,
): ChangedRows {
  const counts = Object.fromEntries(CHUNK_CHANGES.map((kind) => [kind, 0])) as Record<ChunkChangeKind, number>
  const rows: ChangedRow[] = []
  const marks: Address[] = []
  let total = 0
  const put = (kind: ChunkChangeKind, i: number, k: number, bytes: Bytes) => {
    counts[kind]++
    total++
    if (rows.length < limit) rows.push({ kind, a: i, b: k, bytes })
    if (k >= 0 && marks.length < MARKS) marks.push(b.chunks.address[k]!)
  }
  let i = 0
  let k = 0
  while (i < a.chunks.length || k < b.chunks.length) {
    const one = i < a.chunks.length ? a.chunks.address[i]! : Number.POSITIVE_INFINITY
    const other = k < b.chunks.length ? b.chunks.address[k]! : Number.POSITIVE_INFINITY
    if (one < other) put('vanished', i++, -1, 0)
    else if (other < one) put('appeared', -1, k++, 0)
    else {
      const bytes = bytesChanged(a, i, b, k)
      const kind = changeOf(a.chunks, i, b.chunks, k, renewed) ?? (bytes > 0 ? 'bytes' : null)
      if (kind !== null) put(kind, i, k, bytes)
      i++
      k++
    }
  }
  return { counts, total, rows, marks: Float64Array.from(marks) }
}

function changeOf(
  a: ChunkTable,
  i: number,
  b: ChunkTable,
  k: number,
  renewed: ReadonlySet<Address>,
): ChunkChangeKind | null {
  if (a.state[i] !== b.state[k]) return 'state'
  if (a.size[i] !== b.size[k] || a.payload[i] !== b.payload[k] || a.usable[i] !== b.usable[k]) return 'size'
  return isInUse(b, k) && renewed.has(b.payload[k]!) ? 'block' : null
}

/** Bytes that differ in what the owner of a chunk may use, as far as it was theirs at both moments. */
function bytesChanged(a: Captured, i: number, b: Captured, k: number): Bytes {
  const payload = a.chunks.payload[i]!
  if (!isInUse(a.chunks, i) || !isInUse(b.chunks, k) || b.chunks.payload[k] !== payload) return 0
  const usable = Math.min(a.chunks.usable[i]!, b.chunks.usable[k]!)
  return differingBytes(a.memory, b.memory, payload, payload + usable)
}

function isInUse({ state }: ChunkTable, i: number): boolean {
  return state[i] === USED || state[i] === MAPPED
}
