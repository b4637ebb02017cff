import type { TraceBuilder } from './columns.ts'
import { oddities } from './oddities.ts'

interface HeaderNumber {
  readonly value: number
  readonly line: number
  readonly column: number
}

/**
 * The numbers in front of the operations. Which is which cannot be told from the file: with four or three
 * the ids and operations stand in front of the last one, with two they are all there is. They are only
 * hints, so they are compared with what was read and never relied on.
 */
export class RepHeader {
  private readonly numbers: HeaderNumber[] = []
  private count = 0

  add(value: number, line: number, column: number): void {
    if (this.count++ < 4) this.numbers.push({ value, line, column })
  }

  /** The number of ids the header promises; Infinity when it says nothing. Final when the first operation is read. */
  get ids(): number {
    return this.first === -1 ? Number.POSITIVE_INFINITY : this.numbers[this.first]!.value
  }

  /** Says where the header is not what the operations are. */
  warn(builder: TraceBuilder): void {
    // A trace typed by hand has no header, and loses nothing by it.
    if (this.count === 0) return
    if (this.first === -1) {
      const last = this.numbers.at(-1)!
      builder.warn(last.line, last.column, oddities.headerLength, this.count)
      return
    }
    const ids = this.numbers[this.first]!
    const operations = this.numbers[this.first + 1]!
    if (ids.value > builder.ids.count) builder.warn(ids.line, ids.column, oddities.idCount, builder.ids.count)
    if (operations.value !== builder.length)
      builder.warn(operations.line, operations.column, oddities.operationCount, builder.length)
  }

  private get first(): number {
    if (this.count === 4) return 1
    return this.count === 2 || this.count === 3 ? 0 : -1
  }
}
