import type { Difference, MetricsAt, Position } from '../../src/engine/session/index.ts'
import { METRIC_NAMES } from '../../src/engine/session/metrics.ts'

/** Figures of nothing. */
export const NO_METRICS = Object.fromEntries(METRIC_NAMES.map((name) => [name, 0])) as unknown as MetricsAt

const NONE = { blocks: 0, bytes: 0 }

/** Two moments between which nothing has changed, but for what `change` says. */
export function noDifference(from: Position, to: Position, change: Partial<Difference> = {}): Difference {
  return {
    from,
    to,
    chunks: {
      counts: { appeared: 0, vanished: 0, state: 0, size: 0, block: 0, bytes: 0 },
      total: 0,
      told: [],
      marks: new Float64Array(0),
    },
    lists: {
      names: [],
      lengthBefore: 0,
      lengthAfter: 0,
      counts: { added: 0, removed: 0, moved: 0 },
      total: 0,
      told: [],
    },
    regions: { breakBefore: 0, breakAfter: 0, total: 0, told: [] },
    metrics: { before: NO_METRICS, after: NO_METRICS },
    between: { allocated: NONE, freed: NONE, syscalls: 0 },
    bytes: null,
    problem: null,
    ...change,
  }
}
