import { addressBack, type Stretch } from '../../engine/map-levels.ts'
import type { ChunkColumns } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import { MAPPED } from './states.ts'

/*
 * The map in rows. Each row shows `bytesPerRow` bytes; a long chunk keeps its first and its last row, and the rows
 * between them become one thin row that says how many bytes it stands for:
 *
 *   …9000 | [tag  p[0] · 40   ] [tag  free 48      |   a piece that goes on has no edge there
 *   …9080 |  free 48 ] [tag  top chunk             |
 *         |  … 133,888 bytes …                     |   skip
 *   …9f80 |             top chunk                  |
 *          - - - - - - - - - - - - - - - - - - - -     break
 */

/** The part of a chunk that lies in one row. `x` and `width` in CSS pixels. */
export interface Piece {
  /** Index in the chunk columns. */
  readonly index: number
  readonly from: Address
  readonly to: Address
  /** Whether the chunk begins (ends) here, or goes on in another row. */
  readonly begins: boolean
  readonly ends: boolean
  readonly x: number
  readonly width: number
}

export type Row = { readonly y: number; readonly height: number; readonly address: Address } & (
  | { readonly kind: 'bytes'; readonly pieces: Piece[] }
  /** Rows of chunk `index` that are not drawn. */
  | { readonly kind: 'skip'; readonly index: number; readonly to: Address }
  /** Addresses that are not the allocator's. */
  | { readonly kind: 'gap'; readonly to: Address }
  | { readonly kind: 'break' }
  /** More chunks than were asked for. */
  | { readonly kind: 'more' }
  /** The heap goes on elsewhere: the row below begins at `address`. */
  | { readonly kind: 'label'; readonly to: Address }
)

export interface Layout {
  readonly rows: readonly Row[]
  readonly left: number
  readonly width: number
  readonly pixelsPerByte: number
  readonly bytesPerRow: Bytes
  /** Whether the last chunk of the heap is drawn to its end. */
  readonly reachesEnd: boolean
}

/** Where the map may draw, and what it shows. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly rowHeight: number
  readonly bytesPerRow: Bytes
  /** First address wanted; 0 for the start of the heap. */
  readonly from: Address
  /** Rows count from here, forwards and backwards; what lies before is the allocator's own and gets thin rows. */
  readonly origin: Address
  readonly programBreak: Address
  /** Whether every row of a long chunk is drawn. */
  readonly unfolded?: boolean
}

export const ROW_GAP = 12
const SKIP_HEIGHT = 24
const GAP_HEIGHT = 20
const BREAK_HEIGHT = 18
const LEAD_HEIGHT = 14
/** Whole rows in the middle of a chunk up to which none is left out. */
const ROWS_KEPT = 4

/** How many rows of bytes fit into a height. */
export function rowsThatFit(height: number, rowHeight: number): number {
  return Math.max(1, Math.floor((height + ROW_GAP) / (rowHeight + ROW_GAP)))
}

/** The first byte of the row that holds the first address wanted. Behind the break, rows count from mappings. */
export function firstByte({
  from,
  origin,
  programBreak,
  bytesPerRow,
}: Pick<Frame, 'from' | 'origin' | 'programBreak' | 'bytesPerRow'>): Address {
  if (from <= origin || from >= programBreak) return from
  return origin + Math.floor((from - origin) / bytesPerRow) * bytesPerRow
}

/** Lays chunks out in rows, until the frame is full. */
export function layoutHeap(chunks: ChunkColumns, frame: Frame): Layout {
  return new Builder(chunks, frame).build()
}

class Builder {
  private readonly rows: Row[] = []
  private readonly pixelsPerByte: number
  private y: number
  private origin: Address
  private breakDrawn = false

  constructor(
    private readonly chunks: ChunkColumns,
    private readonly frame: Frame,
  ) {
    this.pixelsPerByte = frame.width / frame.bytesPerRow
    this.y = frame.top
    this.origin = frame.origin
  }

  build(): Layout {
    const { address, size, state } = this.chunks
    const from = firstByte(this.frame)
    let end = -1
    let complete = true
    for (let i = 0; i < address.length && complete; i++) {
      const chunk = address[i]!
      if (chunk + size[i]! <= from) continue
      if (end < 0 && state[i] === MAPPED) this.origin = chunk
      if (end >= 0 && chunk > end) this.gap(end, chunk)
      complete = this.chunk(i, end < 0 ? Math.max(chunk, from) : chunk)
      end = chunk + size[i]!
      if (complete) this.breakAt(end)
    }
    if (complete && this.chunks.truncated) this.push({ kind: 'more', address: end }, GAP_HEIGHT)
    const { left, width, bytesPerRow } = this.frame
    return {
      rows: this.rows,
      left,
      width,
      pixelsPerByte: this.pixelsPerByte,
      bytesPerRow,
      reachesEnd: complete && !this.chunks.truncated,
    }
  }

  /** Draws a chunk from `start` on; false when the frame is full. */
  private chunk(index: number, start: Address): boolean {
    const { bytesPerRow } = this.frame
    const chunk = this.chunks.address[index]!
    const end = chunk + this.chunks.size[index]!
    const firstRow = this.rowOf(chunk)
    const lastRow = this.rowOf(end - 1)
    const skips = this.frame.unfolded !== true && (lastRow - firstRow) / bytesPerRow - 1 > ROWS_KEPT
    // A window that begins in the part that is left out begins with the chunk instead.
    let row = this.rowOf(start)
    if (skips && row > firstRow && row < lastRow) row = firstRow
    for (; row <= lastRow; row += bytesPerRow) {
      if (skips && row > firstRow && row < lastRow) {
        if (!this.push({ kind: 'skip', address: row, to: lastRow, index }, SKIP_HEIGHT)) return false
        row = lastRow
      }
      const pieces = this.piecesOf(row)
      if (pieces === null) return false
      const from = Math.max(chunk, row)
      const to = Math.min(end, row + bytesPerRow)
      pieces.push({
        index,
        from,
        to,
        begins: from === chunk,
        ends: to === end,
        x: this.frame.left + (from - row) * this.pixelsPerByte,
        width: (to - from) * this.pixelsPerByte,
      })
    }
    return true
  }

  private rowOf(address: Address): Address {
    const { bytesPerRow } = this.frame
    return this.origin + Math.floor((address - this.origin) / bytesPerRow) * bytesPerRow
  }

  private piecesOf(address: Address): Piece[] | null {
    const last = this.rows.at(-1)
    if (last?.kind === 'bytes' && last.address === address) return last.pieces
    const pieces: Piece[] = []
    const height = address < this.frame.origin ? LEAD_HEIGHT : this.frame.rowHeight
    return this.push({ kind: 'bytes', address, pieces }, height) ? pieces : null
  }

  private gap(from: Address, to: Address): void {
    if (to - from < this.frame.bytesPerRow) return
    this.push({ kind: 'gap', address: from, to }, GAP_HEIGHT)
    this.origin = to
  }

  private breakAt(end: Address): void {
    const { programBreak } = this.frame
    if (this.breakDrawn || programBreak === 0 || end !== programBreak) return
    this.breakDrawn = true
    this.y -= ROW_GAP - 4
    this.rows.push({ kind: 'break', address: programBreak, y: this.y, height: BREAK_HEIGHT })
    this.y += BREAK_HEIGHT + ROW_GAP
  }

  private push(row: RowWithoutPlace, height: number): boolean {
    if (this.y + height > this.frame.top + this.frame.height) return false
    this.rows.push({ ...row, y: this.y, height } as Row)
    this.y += height + ROW_GAP
    return true
  }
}

type Without<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never
type RowWithoutPlace = Without<Row, 'y' | 'height'>

/** The first piece of the chunk that holds `address`, among what is drawn; null if it is not on the map. */
export function pieceOf(
  layout: Layout,
  chunks: ChunkColumns,
  address: Address,
): { row: Row; piece: Piece } | null {
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    for (const piece of row.pieces) {
      const begin = chunks.address[piece.index]!
      if (address >= begin && address < begin + chunks.size[piece.index]!) return { row, piece }
    }
  }
  return null
}

/** The row of bytes on which an address is drawn, or would be; null if it is not on the map. */
export function rowOf(layout: Layout, address: Address): Row | null {
  const holds = (row: Row) => address >= row.address && address < row.address + layout.bytesPerRow
  return layout.rows.find((row) => row.kind === 'bytes' && holds(row)) ?? null
}

/** Where on its row an address is drawn. */
export function xOf(layout: Layout, row: Row, address: Address): number {
  return layout.left + (address - row.address) * layout.pixelsPerByte
}

/** Index of the chunk at a place on the canvas; -1 if there is none. */
export function chunkAtSpot(layout: Layout, x: number, y: number): number {
  const row = layout.rows.find((candidate) => y >= candidate.y && y < candidate.y + candidate.height)
  if (row?.kind === 'skip') return x >= layout.left ? row.index : -1
  if (row?.kind !== 'bytes') return -1
  return row.pieces.find((piece) => x >= piece.x && x < piece.x + piece.width)?.index ?? -1
}

/** The window's first address after scrolling by so many rows, down if positive. `stretches`: parts of the heap. */
export function scrolledFrom(layout: Layout, rows: number, stretches: readonly Stretch[] = []): Address {
  const places = layout.rows.filter((row) => row.kind === 'bytes' || row.kind === 'skip')
  const first = places[0]?.address ?? 0
  if (rows < 0) return addressBack(stretches, first, -rows * layout.bytesPerRow)
  if (layout.reachesEnd) return first
  return places[Math.min(rows, places.length - 1)]?.address ?? first
}
