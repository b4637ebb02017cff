import type { ChunkColumns, Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import type { Layout, Piece, Row } from './layout.ts'
import { fillOf, tagAlpha } from './paints.ts'
import { isSliver } from './shapes.ts'
import { META } from './states.ts'

/*
 * Pieces of a few pixels lie side by side without a border, thousands on a screen. What touches and looks the same is
 * filled at once: chunks in one state, and the footer of one chunk with the header of the next.
 */

/** Bytes that look the same: `look` is a state, or how strongly tags are drawn. */
interface Span {
  readonly look: number
  readonly from: Address
  to: Address
}

/** Draws the pieces of a row that are too narrow for borders. */
export function drawSlivers(
  pen: Pen,
  layout: Layout,
  row: Row & { readonly kind: 'bytes' },
  { chunks }: Moment,
  palette: Palette,
): void {
  const slivers = row.pieces.filter(isSliver)
  if (slivers.length === 0) return
  for (const span of joined(slivers, (piece, add) => add(chunks.state[piece.index]!, piece.from, piece.to))) {
    pen.fillStyle = fillOf(span.look, palette)
    fillSpan(pen, layout, row, span)
  }
  pen.fillStyle = palette.tag
  for (const span of joined(slivers, (piece, add) => addTags(chunks, piece, add))) {
    pen.globalAlpha = span.look
    fillSpan(pen, layout, row, span)
  }
  pen.globalAlpha = 1
}

type Add = (look: number, from: Address, to: Address) => void

/** What the pieces add, by address; each span is joined with the one before if they touch and look the same. */
function joined(pieces: readonly Piece[], adds: (piece: Piece, add: Add) => void): readonly Span[] {
  const spans: Span[] = []
  const add: Add = (look, from, to) => {
    if (to <= from) return
    const last = spans.at(-1)
    if (last !== undefined && last.to === from && last.look === look) last.to = to
    else spans.push({ look, from, to })
  }
  for (const piece of pieces) adds(piece, add)
  return spans
}

/** The tags of a piece: what lies in front of its chunk's payload, and behind it. */
function addTags(chunks: ChunkColumns, { index, from, to }: Piece, add: Add): void {
  const state = chunks.state[index]!
  if (state === META) return
  const chunk = chunks.address[index]!
  const payload = chunks.payload[index]!
  add(tagAlpha(state), Math.max(from, chunk), Math.min(to, payload))
  add(
    tagAlpha(state),
    Math.max(from, payload + chunks.usable[index]!),
    Math.min(to, chunk + chunks.size[index]!),
  )
}

function fillSpan(pen: Pen, layout: Layout, row: Row, { from, to }: Span): void {
  const x = layout.left + (from - row.address) * layout.pixelsPerByte
  pen.fillRect(x, row.y, Math.max(0.5, (to - from) * layout.pixelsPerByte), row.height)
}
