import { type ChunkShape, type Holder, type PartName, rangesOfPart } from '../../engine/parts.ts'
import type { ChunkColumns } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import type { Layout, Row } from './layout.ts'
import { FREE, META, TOP } from './states.ts'

/** How much of what is not lit can still be seen. */
const VEIL = 0.72

type Ranges = readonly (readonly [from: Address, to: Address])[]

/** A part of the heap that is to be lit up. */
export interface Lit {
  readonly part: PartName
  /** In a program's own malloc, whatever is no live block is its own affair. */
  readonly ownMalloc: boolean
}

/** Where in chunk `index` the bytes of a part lie. */
export function litIn(chunks: ChunkColumns, index: number, { part, ownMalloc }: Lit): Ranges {
  return rangesOfPart(part, holderOf(chunks, index, ownMalloc), shapeOf(chunks, index))
}

function holderOf({ state, tags }: ChunkColumns, index: number, ownMalloc: boolean): Holder {
  switch (state[index]) {
    case FREE:
      return ownMalloc ? 'own' : 'hole'
    case TOP:
      return 'top'
    case META:
      return 'own'
    default:
      return tags[index]! < 0 ? 'shared' : 'block'
  }
}

function shapeOf(chunks: ChunkColumns, index: number): ChunkShape {
  return {
    chunk: chunks.address[index]!,
    size: chunks.size[index]!,
    payload: chunks.payload[index]!,
    usable: chunks.usable[index]!,
    requested: chunks.requested[index]!,
    tags: chunks.tags[index]!,
    rounding: chunks.rounding[index]!,
  }
}

/** Dims all of the map but the bytes of a part, which get a line in its colour below them. */
export function drawLight(pen: Pen, layout: Layout, chunks: ChunkColumns, lit: Lit, palette: Palette): void {
  pen.save()
  for (const row of layout.rows) {
    if (row.kind === 'skip' && litIn(chunks, row.index, lit).length === 0) {
      veil(pen, layout, row, row.address, row.address + layout.bytesPerRow, palette)
    }
    if (row.kind !== 'bytes') continue
    for (const { index, from, to } of row.pieces) {
      let dimFrom = from
      for (const [begin, end] of litIn(chunks, index, lit)) {
        if (end <= from || begin >= to) continue
        veil(pen, layout, row, dimFrom, Math.max(from, begin), palette)
        underline(pen, layout, row, Math.max(from, begin), Math.min(to, end), palette)
        dimFrom = Math.min(to, end)
      }
      veil(pen, layout, row, dimFrom, to, palette)
    }
  }
  pen.restore()
}

function veil(pen: Pen, layout: Layout, row: Row, from: Address, to: Address, palette: Palette): void {
  if (to <= from) return
  pen.globalAlpha = VEIL
  pen.fillStyle = palette.panel
  const x = layout.left + (from - row.address) * layout.pixelsPerByte
  pen.fillRect(x, row.y - 1, (to - from) * layout.pixelsPerByte, row.height + 2)
}

function underline(pen: Pen, layout: Layout, row: Row, from: Address, to: Address, palette: Palette): void {
  pen.globalAlpha = 1
  pen.fillStyle = palette.accent
  const x = layout.left + (from - row.address) * layout.pixelsPerByte
  pen.fillRect(x, row.y + row.height + 1, Math.max(1.5, (to - from) * layout.pixelsPerByte), 3)
}
