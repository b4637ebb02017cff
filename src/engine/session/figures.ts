import type { Anatomy } from '../allocators/index.ts'
import { PARTS, type PartName } from '../parts.ts'
import { dissect } from './dissection.ts'
import type { History } from './history.ts'
import { METRIC_NAMES, type Metrics } from './metrics.ts'
import type { BlockFigures, FigureColumns, MetricName } from './views.ts'

/** How operations and the rows of figures belong together. In a trace each operation is a row. */
export interface RowOrder {
  /** Rows recorded before operation `operation` began. */
  before(operation: number): number
  /** The operation that row `row` belongs to. */
  operation(row: number): number
}

/** The order of a trace. */
export const EACH_A_ROW: RowOrder = { before: (operation) => operation, operation: (row) => row }

/**
 * The figures of operations [from, to), thinned to so many buckets. A bucket is told by one of its operations, so that
 * what is told of it belongs together: the first of those that left the largest heap.
 */
export function figuresOf(
  metrics: Metrics,
  anatomy: Anatomy | undefined,
  rows: RowOrder,
  { from, to, buckets }: { readonly from: number; readonly to: number; readonly buckets: number },
): FigureColumns {
  const count = Math.max(0, Math.min(Math.floor(buckets), to - from))
  const operation = new Float64Array(count)
  const columns = empty(METRIC_NAMES, count)
  const parts = empty(PARTS, count)
  const footprint = metrics.column('footprint')
  const probes = metrics.column('probes')
  const syscalls = metrics.column('syscalls')
  let row = Math.min(rows.before(from), metrics.length)
  for (let bucket = 0; bucket < count; bucket++) {
    const first = Math.ceil(from + (bucket * (to - from)) / count)
    const end = from + ((bucket + 1) * (to - from)) / count
    // An operation without a row leaves the heap as it was.
    const isKept = row >= metrics.length || rows.operation(row) > first
    let best = isKept ? row - 1 : row
    let most = 0
    let calls = 0
    for (; row < metrics.length && rows.operation(row) < end; row++) {
      if (best < 0 || footprint[row]! > footprint[best]!) best = row
      most = Math.max(most, probes[row]!)
      calls += syscalls[row]!
    }
    operation[bucket] = best < 0 ? first : Math.max(first, rows.operation(best))
    const now = metrics.at(best)
    for (const name of METRIC_NAMES) columns[name][bucket] = now[name]
    columns.probes[bucket] = most
    columns.syscalls[bucket] = calls
    const bytes = dissect(now, anatomy)
    for (const part of PARTS) parts[part][bucket] = bytes[part]
  }
  return { from, to, operation, metrics: columns, parts }
}

/** Bins that hold any number up to 2^52. */
const BINS = 54

/** All blocks given out by the first `now` rows, by size and by how long they lived. `operation`: the last of them. */
export function blockFigures(history: History, rows: RowOrder, now: number, operation: number): BlockFigures {
  const figures = {
    sizeLiving: new Float64Array(BINS),
    sizeFreed: new Float64Array(BINS),
    age: new Float64Array(BINS),
    lifetime: new Float64Array(BINS),
  }
  let blocks = 0
  let living = 0
  for (let block = 0; block < now; block++) {
    if (history.address[block] === 0) continue
    blocks++
    const size = binOf(history.requested[block]!)
    const born = rows.operation(block)
    if (history.isFreed(block, now)) {
      figures.sizeFreed[size]!++
      figures.lifetime[binOf(rows.operation(history.freedAt[block]! - 1) - born)]!++
    } else {
      living++
      figures.sizeLiving[size]!++
      figures.age[binOf(operation - born)]!++
    }
  }
  return { operation, blocks, living, ...figures }
}

/** Bin 0 is for 0, bin k for [2^(k-1), 2^k). */
export function binOf(value: number): number {
  if (value < 2 ** 31) return 32 - Math.clz32(value)
  return Math.min(BINS - 1, Math.floor(Math.log2(value)) + 1)
}

function empty<N extends MetricName | PartName>(names: readonly N[], count: number): Record<N, Float64Array> {
  const columns = {} as Record<N, Float64Array>
  for (const name of names) columns[name] = new Float64Array(count)
  return columns
}
