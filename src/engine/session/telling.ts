import type { Access, Deed, ProgramView } from './views.ts'

/**
 * What the views say of a workload. Figures and blocks are kept by row: one row for each call of the allocator or the
 * kernel, which for a trace is an operation; a program has operations without a row (statements that call nothing).
 */
export interface Telling {
  /** Operations run so far. */
  readonly done: number
  /** The operation as C: `p[3] = malloc(64)`. */
  call(operation: number): string
  /** The operation as the source writes it. */
  text(operation: number): string
  /** Line of the source text, from 1; 0 if there is none. */
  line(operation: number): number
  /** Rows recorded before operation `operation` begins. */
  rowsBefore(operation: number): number
  /** The operation that row `row` belongs to. */
  operationOf(row: number): number
  /** What row `row` did: an allocation or a free, and where the source has it. */
  deed(row: number): Deed
  /** What block `block` is called: `p[3]`, `list`. */
  name(block: number): string
  /**
   * What a program looks like at this moment, the machine being there; null for a trace. `accesses`: what the operation
   * has read and written so far.
   */
  program(operation: number, accesses: readonly Access[]): ProgramView | null
}
