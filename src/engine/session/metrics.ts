import { grown, grownLength } from './columns.ts'
import type { MetricName, MetricsAt, Series } from './views.ts'

/** The figures kept for every operation, with how many bytes each needs: 8 for bytes, 4 for counts and pages. */
const COLUMNS: Readonly<Record<MetricName, 4 | 8>> = {
  live: 8,
  chunkBytes: 8,
  heap: 8,
  mapped: 8,
  resident: 8,
  free: 8,
  largestFree: 8,
  usedChunks: 4,
  freeChunks: 4,
  probes: 4,
  syscalls: 4,
  footprint: 8,
  tags: 8,
  rounding: 8,
  top: 8,
}

/** All figures. */
export const METRIC_NAMES = Object.keys(COLUMNS) as readonly MetricName[]

/** What each row (in a trace: each operation) left behind, in typed arrays; index i is the state after row i. */
export class Metrics {
  /** Rows recorded. */
  length = 0
  private readonly columns: Record<MetricName, Float64Array | Uint32Array>
  /** The figures before the first row. */
  private start: MetricsAt

  /** `rows`: how many there will be, or room for a beginning (see `reserve`). */
  constructor(rows: number) {
    const columns = {} as Record<MetricName, Float64Array | Uint32Array>
    for (const name of METRIC_NAMES) columns[name] = emptyColumn(name, rows)
    this.columns = columns
    this.start = Object.fromEntries(METRIC_NAMES.map((name) => [name, 0])) as Record<MetricName, number>
  }

  /** Keeps the figures before the first row. */
  begin(start: MetricsAt): void {
    this.start = { ...start }
  }

  /** Makes room for row `row`. */
  reserve(row: number): void {
    if (row < this.columns.live.length) return
    const length = grownLength(row)
    for (const name of METRIC_NAMES) this.columns[name] = grown(this.columns[name], emptyColumn(name, length))
  }

  /** Keeps the figures after operation `operation`, which is the next one. The object may be used again. */
  record(operation: number, now: MetricsAt): void {
    const { columns } = this
    columns.live[operation] = now.live
    columns.chunkBytes[operation] = now.chunkBytes
    columns.heap[operation] = now.heap
    columns.mapped[operation] = now.mapped
    columns.resident[operation] = now.resident
    columns.free[operation] = now.free
    columns.largestFree[operation] = now.largestFree
    columns.usedChunks[operation] = now.usedChunks
    columns.freeChunks[operation] = now.freeChunks
    columns.probes[operation] = now.probes
    columns.syscalls[operation] = now.syscalls
    columns.footprint[operation] = now.footprint
    columns.tags[operation] = now.tags
    columns.rounding[operation] = now.rounding
    columns.top[operation] = now.top
    this.length = operation + 1
  }

  /** The column of a figure; entries from `length` on are not recorded yet. */
  column(name: MetricName): Float64Array | Uint32Array {
    return this.columns[name]
  }

  /** The figures after operation `operation`; before the first, those of the start. */
  at(operation: number): MetricsAt {
    if (operation < 0) return this.start
    const values = {} as Record<MetricName, number>
    for (const name of METRIC_NAMES) values[name] = this.columns[name][operation] ?? 0
    return values
  }

  /** Smallest and largest values of operations [from, to) in at most `buckets` buckets; a bucket without values is NaN. */
  series(name: MetricName, from: number, to: number, buckets: number): Series {
    const column = this.columns[name]
    const count = Math.max(1, Math.min(buckets, to - from))
    const min = new Float64Array(count).fill(Number.NaN)
    const max = new Float64Array(count).fill(Number.NaN)
    const end = Math.min(to, this.length)
    for (let i = Math.max(0, from); i < end; i++) {
      const bucket = Math.floor(((i - from) * count) / (to - from))
      const value = column[i]!
      if (!(value >= min[bucket]!)) min[bucket] = value
      if (!(value <= max[bucket]!)) max[bucket] = value
    }
    return { name, min, max }
  }
}

function emptyColumn(name: MetricName, rows: number): Float64Array | Uint32Array {
  return COLUMNS[name] === 8 ? new Float64Array(rows) : new Uint32Array(rows)
}
