import { externalFragmentation } from '../fragmentation.ts'
import { CALLOC, MALLOC, MEMALIGN, REALLOC, type Trace } from '../workload/trace.ts'
import type { Metrics } from './metrics.ts'
import type { Condition } from './views.ts'

/** What the conditions are tested against. */
export interface Recorded {
  readonly trace: Trace
  readonly metrics: Metrics
  /** Operations with findings. */
  readonly findingAt: ReadonlySet<number>
}

/**
 * The first recorded operation after `from` (or, backwards, the last one before it) at which one of the
 * conditions holds; -1 if there is none. "Passes a value" means: is above it now and was not before.
 */
export function findOperation(
  recorded: Recorded,
  conditions: readonly Condition[],
  from: number,
  backwards: boolean,
): number {
  const step = backwards ? -1 : 1
  for (let i = from + step; i >= 0 && i < recorded.metrics.length; i += step) {
    if (conditions.some((condition) => holds(recorded, condition, i))) return i
  }
  return -1
}

function holds(recorded: Recorded, condition: Condition, operation: number): boolean {
  switch (condition.kind) {
    case 'operation':
      return operation === condition.operation
    case 'call':
      return operation === condition.number - 1
    case 'size':
      return requestedBy(recorded.trace, operation) >= condition.atLeast
    case 'break':
      return breakMoved(recorded.metrics, operation)
    case 'fragmentation':
      return fragmentationPasses(recorded.metrics, operation, condition.above)
    case 'finding':
      return recorded.findingAt.has(operation)
    case 'line':
      return false
  }
}

/** Bytes that an operation asks for; -1 if it asks for none. */
export function requestedBy(trace: Trace, operation: number): number {
  const a = trace.a[operation]!
  const b = trace.b[operation]!
  switch (trace.kind[operation]) {
    case MALLOC:
    case REALLOC:
      return a
    case CALLOC:
      return a * b
    case MEMALIGN:
      return b
    default:
      return -1
  }
}

/** Whether the heap has another size after row `row` than before. */
export function breakMoved(metrics: Metrics, row: number): boolean {
  const heap = metrics.column('heap')
  return heap[row] !== (row > 0 ? heap[row - 1] : 0)
}

/** Whether external fragmentation is above `above` after row `row`, and was not before. */
export function fragmentationPasses(metrics: Metrics, row: number, above: number): boolean {
  return fragmentationAt(metrics, row) > above && fragmentationAt(metrics, row - 1) <= above
}

function fragmentationAt(metrics: Metrics, operation: number): number {
  if (operation < 0) return 0
  return externalFragmentation(metrics.column('free')[operation]!, metrics.column('largestFree')[operation]!)
}
