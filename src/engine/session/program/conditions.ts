import { breakMoved, fragmentationPasses } from '../conditions.ts'
import type { Metrics } from '../metrics.ts'
import type { Condition } from '../views.ts'
import type { Rows } from './rows.ts'

/** What the conditions on figures are tested against. */
export interface RecordedRows {
  readonly rows: Rows
  readonly metrics: Metrics
  /** Operations with findings, ascending. */
  readonly findings: readonly number[]
}

/** The nearest operation after (before) `from` at which the condition holds; -1 if there is none. Lines are not sought here. */
export function findRow(
  recorded: RecordedRows,
  condition: Condition,
  from: number,
  backwards: boolean,
): number {
  switch (condition.kind) {
    case 'line':
      return -1
    case 'operation':
      return nearest([condition.operation], from, backwards)
    case 'call':
      return nearest(operationOfCall(recorded.rows, condition.number), from, backwards)
    case 'finding':
      return nearest(recorded.findings, from, backwards)
    default: {
      const { rows, metrics } = recorded
      const found: number[] = []
      for (let row = 0; row < metrics.length; row++)
        if (holds(recorded, condition, row)) found.push(rows.operation(row))
      return nearest(found, from, backwards)
    }
  }
}

function operationOfCall(rows: Rows, number: number): number[] {
  return number >= 1 && number <= rows.length ? [rows.operation(number - 1)] : []
}

function holds({ rows, metrics }: RecordedRows, condition: Condition, row: number): boolean {
  if (condition.kind === 'size') return rows.requested(row) >= condition.atLeast
  if (condition.kind === 'break') return breakMoved(metrics, row)
  return condition.kind === 'fragmentation' && fragmentationPasses(metrics, row, condition.above)
}

function nearest(ascending: readonly number[], from: number, backwards: boolean): number {
  const found = backwards
    ? ascending.findLast((operation) => operation < from)
    : ascending.find((operation) => operation > from)
  return found ?? -1
}
