import type { FarMap } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import type { Frame, Layout, Row } from './layout.ts'
import { farRowsThatFit } from './room.ts'

/*
 * The heap from far away, in the rows of `layout.ts` but without pieces: what is in them stands in the cells of the
 * engine's `FarMap`. All rows have the same pitch; what names a stretch, or the break, takes the place of a row.
 */

/** Where a heap that is seen from far away may be drawn. */
export type FarFrame = Pick<Frame, 'left' | 'top' | 'width' | 'height' | 'rowHeight' | 'programBreak'> & {
  /** From one row to the next. */
  readonly pitch: number
}

/** Places the rows of a heap that is seen from far away. */
export function layoutFar(far: FarMap, frame: FarFrame): Layout {
  const { left, top, width, height, programBreak } = frame
  const bytesPerRow = far.cells * far.cellBytes
  const rows: Row[] = []
  const room = farRowsThatFit(height, frame.pitch)
  // What is left of the height goes to the rows.
  const pitch = height / room
  const rowHeight = Math.floor(frame.rowHeight + pitch - frame.pitch)
  const put = (row: Pick<Row, 'kind' | 'address'> & { to?: Address; pieces?: [] }) => {
    const isLabel = row.kind !== 'bytes'
    const y = Math.round(top + rows.length * pitch)
    rows.push({ ...row, y: isLabel ? y - 4 : y, height: rowHeight } as Row)
  }
  far.rowFrom.forEach((address, i) => {
    if (rows.length >= room) return
    if (i > 0 && address !== far.rowTo[i - 1]) put({ kind: 'label', address, to: stretchEnd(far, i) })
    put({ kind: 'bytes', address, pieces: [] })
    if (far.rowTo[i] === programBreak) put({ kind: 'break', address: programBreak })
  })
  return {
    rows,
    left,
    width,
    pixelsPerByte: width / bytesPerRow,
    bytesPerRow,
    reachesEnd: far.below === 0,
  }
}

/** Where the stretch ends that row `i` belongs to, as far as it is shown. */
function stretchEnd({ rowFrom, rowTo }: FarMap, i: number): Address {
  let last = i
  while (last + 1 < rowFrom.length && rowFrom[last + 1] === rowTo[last]) last++
  return rowTo[last]!
}

/** What the engine tells of a cell, or of several. */
export interface FarShares {
  readonly from: Address
  readonly to: Address
  /** Bytes. */
  readonly tags: Bytes
  readonly used: Bytes
  readonly mapped: Bytes
  readonly own: Bytes
  readonly free: Bytes
  readonly top: Bytes
  /** Chunks that begin there. */
  readonly chunks: number
}

/** What row `row` holds in `count` cells from cell `first` on. */
export function sharesOf(far: FarMap, row: number, first = 0, count = far.cells): FarShares {
  const begin = row * far.cells + first
  const sum = (column: Float64Array) => {
    let total = 0
    for (let i = begin; i < begin + count; i++) total += column[i]!
    return total
  }
  const { tags, used, mapped, own, free, top, begins } = far.columns
  const from = far.rowFrom[row]! + first * far.cellBytes
  return {
    from,
    to: Math.min(far.rowTo[row]!, from + count * far.cellBytes),
    tags: sum(tags),
    used: sum(used),
    mapped: sum(mapped),
    own: sum(own),
    free: sum(free),
    top: sum(top),
    chunks: sum(begins),
  }
}

/** The cell at a place on the canvas: its row and its number in it; null if there is none. */
export function cellAtSpot(
  layout: Layout,
  far: FarMap,
  x: number,
  y: number,
): { readonly row: number; readonly cell: number } | null {
  const hit = layout.rows.find((row) => row.kind === 'bytes' && y >= row.y - 3 && y < row.y + row.height + 3)
  const cell = Math.floor(((x - layout.left) / layout.width) * far.cells)
  if (hit === undefined || cell < 0 || cell >= far.cells) return null
  const row = far.rowFrom.indexOf(hit.address)
  return far.rowFrom[row]! + cell * far.cellBytes < far.rowTo[row]! ? { row, cell } : null
}
