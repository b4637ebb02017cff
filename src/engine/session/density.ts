import { FREE, MAPPED, META, TOP } from '../allocators/index.ts'
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
  let begin = rowAt(spans, firsts, rowBytes, from)
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

/** The number of the row that holds an address, or of the next one behind it. */
function rowAt(spans: readonly Span[], firsts: readonly number[], rowBytes: Bytes, address: Address): number {
  const index = spans.findIndex(({ to }) => to > address)
  if (index < 0) return Math.max(0, spans.reduce((sum, span) => sum + rowsIn(span, rowBytes), 0) - 1)
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
  const count = rowFrom.length * cells
  const column = () => new Float64Array(count)
  const columns = {
    tags: column(),
    used: column(),
    mapped: column(),
    own: column(),
    free: column(),
    top: column(),
    begins: column(),
  }
  let row = 0
  /** Adds bytes [from, to) of one kind, cell by cell. */
  const add = (into: Float64Array, from: Address, to: Address) => {
    for (let r = row; r < rowFrom.length && rowFrom[r]! < to; r++) {
      const start = rowFrom[r]!
      const end = Math.min(to, rowTo[r]!)
      for (let at = Math.max(from, start); at < end; ) {
        const cell = Math.floor((at - start) / cellBytes)
        const next = Math.min(end, start + (cell + 1) * cellBytes)
        const place = r * cells + cell
        into[place] = into[place]! + next - at
        at = next
      }
    }
  }
  const end = rowTo[rowTo.length - 1] ?? 0
  walks.each(rowFrom[0] ?? 0, end, (chunk, size, state, payload, usable) => {
    while (row < rowFrom.length && rowTo[row]! <= chunk) row++
    if (row === rowFrom.length) return false
    if (chunk >= rowFrom[row]!) {
      const place = row * cells + Math.floor((chunk - rowFrom[row]!) / cellBytes)
      columns.begins[place] = columns.begins[place]! + 1
    }
    if (state === META) {
      add(columns.own, chunk, chunk + size)
      return true
    }
    const inside = state === FREE ? 'free' : state === TOP ? 'top' : state === MAPPED ? 'mapped' : 'used'
    const from = Math.max(chunk, Math.min(payload, chunk + size))
    const to = Math.max(from, Math.min(payload + usable, chunk + size))
    add(columns.tags, chunk, from)
    add(columns[inside], from, to)
    add(columns.tags, to, chunk + size)
    return true
  })
  return columns
}
