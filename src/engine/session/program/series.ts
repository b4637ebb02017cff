import type { Metrics } from '../metrics.ts'
import type { MetricName, Series } from '../views.ts'
import type { Rows } from './rows.ts'

/** A stretch of operations, thinned to so many buckets. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly buckets: number
}

/**
 * A figure over operations [from, to): its smallest and largest value in each bucket. Figures change only with rows;
 * in between they stay what they were.
 */
export function rowSeries(
  metrics: Metrics,
  rows: Rows,
  name: MetricName,
  { from, to, buckets }: Stretch,
): Series {
  const column = metrics.column(name)
  const count = Math.max(1, Math.min(buckets, to - from))
  const min = new Float64Array(count)
  const max = new Float64Array(count)
  let row = rows.before(from)
  let value = row > 0 ? column[row - 1]! : 0
  for (let bucket = 0; bucket < count; bucket++) {
    const start = from + (bucket * (to - from)) / count
    const end = from + ((bucket + 1) * (to - from)) / count
    // What was before counts only where the bucket has an operation that leaves it so.
    const isKept = row >= metrics.length || rows.operation(row) > Math.ceil(start)
    min[bucket] = isKept ? value : Number.POSITIVE_INFINITY
    max[bucket] = isKept ? value : Number.NEGATIVE_INFINITY
    for (; row < metrics.length && rows.operation(row) < end; row++) {
      value = column[row]!
      if (value < min[bucket]!) min[bucket] = value
      if (value > max[bucket]!) max[bucket] = value
    }
    if (min[bucket] === Number.POSITIVE_INFINITY) min[bucket] = max[bucket] = value
  }
  return { name, min, max }
}
