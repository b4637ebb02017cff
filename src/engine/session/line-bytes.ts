import type { History } from './history.ts'
import type { LineBytes } from './views.ts'

type Figures = Omit<LineBytes, 'file' | 'line'>

/** Sums by place: a place is any small number that stands for where a call was made. */
interface Sums {
  readonly allocations: Float64Array
  readonly allocated: Float64Array
  readonly frees: Float64Array
  readonly freed: Float64Array
  readonly live: Float64Array
}

/** A line of a program, as far as places go. */
interface Place {
  readonly file: string
  readonly line: number
}

/**
 * Adds up what the rows of a run have allocated and freed, by the place that each row belongs to. It stands before some
 * row and is moved forwards and back: a step costs what lies between the two moments, not what lies before them.
 */
export class LineLedger {
  private row = 0
  private readonly sums: Sums

  /** `placeOf`: the place of a row, below `places`. */
  constructor(
    private readonly history: History,
    private readonly placeOf: (row: number) => number,
    private readonly places: number,
  ) {
    const column = () => new Float64Array(places)
    this.sums = {
      allocations: column(),
      allocated: column(),
      frees: column(),
      freed: column(),
      live: column(),
    }
  }

  /** Goes to the moment before row `row`. */
  moveTo(row: number): void {
    while (this.row < row) this.count(this.row++, 1)
    while (this.row > row) this.count(--this.row, -1)
  }

  /** The places with any call in them, and their sums. */
  told(): (Figures & { readonly place: number })[] {
    const { allocations, allocated, frees, freed, live } = this.sums
    return Array.from({ length: this.places }, (_, place) => place)
      .filter((place) => allocations[place]! + frees[place]! > 0)
      .map((place) => ({
        place,
        allocations: allocations[place]!,
        allocated: allocated[place]!,
        frees: frees[place]!,
        freed: freed[place]!,
        live: live[place]!,
      }))
  }

  /** Counts a row in (`sign` 1) or out again (-1). */
  private count(row: number, sign: 1 | -1): void {
    const { history, sums } = this
    const place = this.placeOf(row)
    if (history.address[row] !== 0) {
      const bytes = sign * history.requested[row]!
      sums.allocations[place]! += sign
      sums.allocated[place]! += bytes
      sums.live[place]! += bytes
    }
    const ended = history.ends[row]! - 1
    if (ended < 0) return
    const bytes = sign * history.requested[ended]!
    sums.frees[place]! += sign
    sums.freed[place]! += bytes
    sums.live[this.placeOf(ended)]! -= bytes
  }
}

/** The sums of a ledger whose place 0 is the library and whose other places are statements, by line. */
export function byLine(ledger: LineLedger, statements: readonly Place[]): LineBytes[] {
  const lines = new Map<string, LineBytes>()
  for (const { place, ...sums } of ledger.told()) {
    const { file, line } = statements[place - 1] ?? LIBRARY
    const key = `${file}:${line}`
    const before = lines.get(key)
    lines.set(key, { file, line, ...(before === undefined ? sums : added(before, sums)) })
  }
  return [...lines.values()]
}

const LIBRARY: Place = { file: '', line: 0 }

function added(a: Figures, b: Figures): Figures {
  return {
    allocations: a.allocations + b.allocations,
    allocated: a.allocated + b.allocated,
    frees: a.frees + b.frees,
    freed: a.freed + b.freed,
    live: a.live + b.live,
  }
}
