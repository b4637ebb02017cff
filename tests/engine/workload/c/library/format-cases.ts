import { ByteSink } from '../../../../../src/engine/workload/c/library/text/byte-sink.ts'
import type { FormatSource } from '../../../../../src/engine/workload/c/library/text/format.ts'
import { formatText } from '../../../../../src/engine/workload/c/library/text/format.ts'

/** An argument of printf: integers as bigint, doubles as numbers, strings as themselves. */
export type Argument = bigint | number | string | null

/** printf on values instead of a program's memory. null where it fails. */
export function format(text: string, ...given: Argument[]): string | null {
  const sink = new ByteSink()
  const isDone = formatText(latin(text), new Values(given), sink)
  return isDone ? String.fromCharCode(...sink.view()) : null
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0))
}

class Values implements FormatSource {
  readonly word = 8
  low = 0
  high = 0
  readonly counts: number[] = []
  private at = 0

  constructor(private readonly given: readonly Argument[]) {}

  integer(size: 4 | 8): void {
    const value = BigInt.asIntN(64, this.given[this.at++] as bigint)
    this.low = Number(BigInt.asIntN(32, value))
    if (size === 8) this.high = Number(value >> 32n)
  }

  double(): number {
    return this.given[this.at++] as number
  }

  pointer(): number {
    if (this.given[this.at] !== null) return this.at + 1
    this.at++
    return 0
  }

  string(address: number, most: number): Uint8Array {
    this.at++
    return latin(this.given[address - 1] as string).slice(0, most)
  }

  wideString(address: number, most: number): Uint8Array {
    return this.string(address, most)
  }

  storeCount(_address: number, _size: number, count: number): void {
    this.at++
    this.counts.push(count)
  }

  errorText(): string {
    return 'Cannot allocate memory'
  }
}
