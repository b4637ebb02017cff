import { FREE, MAPPED, META, TOP, USED } from '../allocators/index.ts'
import type { HeapWalks } from '../inspect/index.ts'
import { fittingLevel, type Stretch, WHOLE_HEAP } from '../map-levels.ts'
import type { Address, Bytes } from '../units.ts'
import type { FarColumns, FarMap, FarRequest } from './views.ts'

/** Cells of the whole heap stand for a multiple of so many bytes. */
const GRAIN = 16
/** Nothing is drawn with more cells in a row, or more rows. */
const MOST_CELLS = 2048
const MOST_ROWS = 400
/** No address space is larger. */
const LARGEST_CELL = 2 ** 40

/**
 * The heap from far away: rows of cells, and how many bytes of each cell are in use, free and so on. Null where the
 * whole heap is wanted and fits on the screen nearer by, chunk by chunk. `state` names what the memory holds now.
 */
export function farMap(walks: HeapWalks, state: string, request: FarRequest): FarMap | null {
  const { stretches } = walks.summary(state)
  const cells = Math.max(1, Math.min(MOST_CELLS, Math.trunc(request.cells)))
  const rows = Math.max(2, Math.min(MOST_ROWS, Math.trunc(request.rows)))
  const whole = request.bytesPerRow === WHOLE_HEAP
  if (whole && fittingLevel(stretches, request.middleRows) !== null) return null
  const cellBytes = whole
    ? wholeCell(stretches, cells, rows)
    : Math.max(1, Math.min(LARGEST_CELL, Math.ceil(request.bytesPerRow / cells)))
  const rowBytes = cells * cellBytes
  const plan = planRows(joined(stretches, rowBytes), rowBytes, whole ? 0 : request.from, rows)
  return { cells, cellBytes, ...plan, columns: fill(walks, plan.rowFrom, plan.rowTo, cells, cellBytes) }
}

/** The smallest cell with which all rows fit: found by halving, for more bytes in a cell never make more rows. */
function wholeCell(stretches: readonly Stretch[], cells: number, rows: number): Bytes {
  const fits = (bytes: Bytes) => slotsOf(joined(stretches, bytes * cells), bytes * cells) <= rows
  let high = GRAIN
  while (!fits(high) && high < LARGEST_CELL) high *= 2
  let low = high / 2
  while (high - low > GRAIN) {
    const middle = low + Math.ceil((high - low) / 2 / GRAIN) * GRAIN
    if (middle >= high) break
    if (fits(middle)) high = middle
    else low = middle
  }
  return high
}

/** Stretches with less than a row between them share their rows. */
function joined(stretches: readonly Stretch[], rowBytes: Bytes): Span[] {
  const spans: Span[] = []
  for (const { from, to } of stretches) {
    const last = spans.at(-1)
    if (last !== undefined && from - last.to < rowBytes) spans[spans.length - 1] = { from: last.from, to }
    else spans.push({ from, to })
  }
  return spans
}

interface Span {
  readonly from: Address
  readonly to: Address
}

/** Each stretch has a place for its label besides its rows: in front of them, the first one behind them. */
function slotsOf(spans: readonly Span[], rowBytes: Bytes): number {
  return spans.reduce((sum, span) => sum + 1 + rowsIn(span, rowBytes), 0)
}

function rowsIn({ from, to }: Span, rowBytes: Bytes): number {
  return Math.ceil((to - from) / rowBytes)
}

/**
 * The rows to show: from the one that holds `from` on, as many as there is room for; where the heap ends before that,
 * some in front of it as well.
 */
function planRows(
  spans: readonly Span[],
  rowBytes: Bytes,
  from: Address,
  room: number,
): Pick<FarMap, 'rowFrom' | 'rowTo' | 'above' | 'below'> {
  // Rows by number, over all stretches.
  const firsts: number[] = []
  let total = 0
  for (const span of spans) {
    firsts.push(total)
    total += rowsIn(span, rowBytes)
  }
  const spanOf = (row: number) => firsts.findLastIndex((first) => first <= row)
  const labelled = new Set([(firsts[1] ?? total) - 1, ...firsts.slice(1)])
  const cost = (row: number) => (labelled.has(row) ? 2 : 1)
  let begin = Math.min(rowAt(spans, firsts, rowBytes, from), Math.max(0, total - 1))
  let end = begin
  let used = 0
  while (end < total && used + cost(end) <= room) used += cost(end++)
  while (begin > 0 && end === total && used + cost(begin - 1) <= room) used += cost(--begin)
  const count = end - begin
  const rowFrom = new Float64Array(count)
  const rowTo = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const index = spanOf(begin + i)
    const span = spans[index]!
    rowFrom[i] = span.from + (begin + i - firsts[index]!) * rowBytes
    rowTo[i] = Math.min(span.to, rowFrom[i]! + rowBytes)
  }
  return { rowFrom, rowTo, above: begin, below: total - end }
}

/** The number of the row that holds an address, or of the next one behind it; infinite if there is none. */
function rowAt(spans: readonly Span[], firsts: readonly number[], rowBytes: Bytes, address: Address): number {
  const index = spans.findIndex(({ to }) => to > address)
  if (index < 0) return Number.POSITIVE_INFINITY
  return firsts[index]! + Math.max(0, Math.floor((address - spans[index]!.from) / rowBytes))
}

/** Counts the bytes of each cell, in one pass over the chunks of the rows. */
function fill(
  walks: HeapWalks,
  rowFrom: Float64Array,
  rowTo: Float64Array,
  cells: number,
  cellBytes: Bytes,
): FarColumns {
  const cursor = new Cursor(rowFrom, rowTo, cells, cellBytes)
  const column = () => new Float64Array(rowFrom.length * cells)
  const [tags, begins] = [column(), column()]
  const inside: Float64Array[] = []
  for (const state of [USED, FREE, TOP, MAPPED, META]) inside[state] = column()
  const own = inside[META]!
  walks.each(rowFrom[0] ?? 0, rowTo[rowTo.length - 1] ?? 0, (chunk, size, state, payload, usable) => {
    const cell = cursor.cellOf(chunk)
    if (cell >= 0) begins[cell] = begins[cell]! + 1
    const end = chunk + size
    if (state === META) {
      cursor.add(own, chunk, end)
      return true
    }
    const from = Math.max(chunk, Math.min(payload, end))
    const to = Math.max(from, Math.min(payload + usable, end))
    cursor.add(tags, chunk, from)
    cursor.add(inside[state]!, from, to)
    cursor.add(tags, to, end)
    return true
  })
  return {
    tags,
    used: inside[USED]!,
    mapped: inside[MAPPED]!,
    own,
    free: inside[FREE]!,
    top: inside[TOP]!,
    begins,
  }
}

/** Knows in which cell an address lies. Addresses mostly go up, from one cell to the next. */
class Cursor {
  private row = 0
  private place = -1
  /** The bytes of cell `place`. */
  private from: Address = 0
  private to: Address = 0

  constructor(
    private readonly rowFrom: Float64Array,
    private readonly rowTo: Float64Array,
    private readonly cells: number,
    private readonly cellBytes: Bytes,
  ) {}

  /** The cell that holds an address; -1 if it is in none of the rows. */
  cellOf(address: Address): number {
    if (address < this.from || address >= this.to) this.move(address)
    return address >= this.from && address < this.to ? this.place : -1
  }

  /** Adds bytes [from, to) to their cells. */
  add(into: Float64Array, from: Address, to: Address): void {
    for (let at = from; at < to; ) {
      if (at < this.from || at >= this.to) this.move(at)
      // Between the rows, or behind the last one.
      if (at >= this.to) return
      at = Math.max(at, this.from)
      const next = Math.min(to, this.to)
      if (next <= at) return
      into[this.place] = into[this.place]! + next - at
      at = next
    }
  }

  /** To the cell of an address, or else to the next one behind it; to the end of the last row if there is none. */
  private move(address: Address): void {
    const { rowFrom, rowTo, cells, cellBytes } = this
    if (address < rowFrom[this.row]!) this.row = 0
    while (this.row < rowFrom.length - 1 && rowTo[this.row]! <= address) this.row++
    const first = rowFrom[this.row] ?? 0
    const cell = Math.max(0, Math.min(cells - 1, Math.floor((address - first) / cellBytes)))
    this.place = this.row * cells + cell
    this.from = first + cell * cellBytes
    this.to = Math.min(rowTo[this.row] ?? 0, this.from + cellBytes)
  }
}
