import type { ChunkColumns } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import type { Layout, Piece, Row } from './layout.ts'

/** A tooth of the edge that marks a changed chunk, in pixels. */
const TOOTH = 7
const DEPTH = 5

/** Draws teeth along the upper edge of every chunk that has changed since the pinned moment. `marks`: where they begin. */
export function drawChanged(
  pen: Pen,
  layout: Layout,
  chunks: ChunkColumns,
  marks: ReadonlySet<Address>,
  palette: Palette,
): void {
  if (marks.size === 0) return
  pen.fillStyle = palette.ink
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    for (const piece of row.pieces) {
      if (marks.has(chunks.address[piece.index]!)) drawTeeth(pen, piece, row)
    }
  }
}

/** A piece with no room for a tooth gets a bar. */
function drawTeeth(pen: Pen, { x, width }: Piece, { y }: Row): void {
  const left = x + 2
  const room = width - 4
  if (room < TOOTH) {
    pen.fillRect(x, y, Math.max(1, width), 3)
    return
  }
  const teeth = Math.floor(room / TOOTH)
  const each = room / teeth
  pen.beginPath()
  for (let i = 0; i < teeth; i++) {
    const from = left + i * each
    pen.moveTo(from, y)
    pen.lineTo(from + each / 2, y + DEPTH)
    pen.lineTo(from + each, y)
  }
  pen.fill()
}
