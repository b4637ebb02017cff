import type { Moment } from '../../engine/session/index.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import { count, address as fullAddress, shortAddress } from '../format.ts'
import type { Layout, Piece, Row } from './layout.ts'
import { chunkLabel } from './model.ts'
import { fillOf, strokeOf, tagAlpha } from './paints.ts'
import { boxOf, edge, fillBox, isSliver, plate, text } from './shapes.ts'
import { drawSlivers } from './slivers.ts'
import { FREE, META, TOP } from './states.ts'

const LABEL_PX = 12.5
const PAD = 8
/** Pieces narrower than this have no border and no round corners: there may be thousands, and none has room for them. */
const BORDERED_PX = 8

/** Draws the chunks of one moment as laid out. `drawWords`: what is written on them; their names, unless said. */
export function drawHeap(
  pen: Pen,
  layout: Layout,
  moment: Moment,
  palette: Palette,
  drawWords = drawLabels,
): void {
  pen.textBaseline = 'middle'
  if (layout.rows.length === 0) {
    text(pen, emptyWords(moment), layout.left, 44, {
      font: `13px ${palette.sans}`,
      fill: palette.ink2,
      align: 'left',
    })
  }
  for (const row of layout.rows) drawRow(pen, layout, row, moment, palette)
  drawWords(pen, layout, moment, palette)
}

/** A program may move the break by itself: then there is a heap, but nothing of the allocator's in it. */
function emptyWords({ regions, position }: Moment): string {
  const heap = regions.find(({ name }) => name === '[heap]')
  if (heap === undefined) {
    return position.operation === 0
      ? 'The heap is empty: no memory has been asked for yet.'
      : 'The heap is empty: at this moment there is no memory of the allocator’s.'
  }
  return `No chunks yet: the heap has ${count(heap.to - heap.from)} bytes, but malloc was never called.`
}

function drawRow(pen: Pen, layout: Layout, row: Row, moment: Moment, palette: Palette): void {
  switch (row.kind) {
    case 'bytes':
      text(
        pen,
        shortAddress(Math.max(row.address, row.pieces[0]?.from ?? 0)),
        layout.left - PAD,
        row.y + row.height / 2,
        {
          font: `11px ${palette.mono}`,
          fill: palette.ink3,
          align: 'right',
        },
      )
      drawSlivers(pen, layout, row, moment, palette)
      for (const piece of row.pieces) {
        if (!isSliver(piece)) drawPiece(pen, layout, row, piece, moment, palette)
      }
      break
    case 'skip':
      drawSkip(pen, layout, row, moment, palette)
      break
    case 'gap':
      note(pen, layout, row, `… ${count(row.to - row.address)} bytes that are not the allocator's …`, palette)
      break
    case 'more':
      note(
        pen,
        layout,
        row,
        'More chunks than can be drawn follow. Scroll, or show fewer bytes in a row.',
        palette,
      )
      break
    case 'break':
      drawBreak(pen, layout, row, palette)
  }
}

function drawPiece(pen: Pen, layout: Layout, row: Row, piece: Piece, moment: Moment, palette: Palette): void {
  const state = moment.chunks.state[piece.index]!
  const box = boxOf(piece, row)
  pen.fillStyle = fillOf(state, palette)
  const isBordered = box.width >= BORDERED_PX
  fillBox(pen, box, isBordered && piece.begins, isBordered && piece.ends)
  if (state !== META) drawTags(pen, layout, row, piece, moment, palette)
  if (!isBordered) return
  pen.strokeStyle = strokeOf(state, palette)
  pen.lineWidth = 1.2
  edge(pen, box, piece)
}

/** Everything of a chunk that is not payload: the tags in front of it and behind it. */
function drawTags(pen: Pen, layout: Layout, row: Row, piece: Piece, moment: Moment, palette: Palette): void {
  const { address, size, payload, usable, state } = moment.chunks
  const i = piece.index
  pen.globalAlpha = tagAlpha(state[i]!)
  pen.fillStyle = palette.tag
  fillBytes(pen, layout, row, piece, address[i]!, payload[i]!)
  fillBytes(pen, layout, row, piece, payload[i]! + usable[i]!, address[i]! + size[i]!)
  pen.globalAlpha = 1
}

/** Fills the bytes of a piece from `from` to `to`, within its box: its corners are cut by hand, as clipping takes longer. */
function fillBytes(pen: Pen, layout: Layout, row: Row, piece: Piece, from: number, to: number): void {
  const begin = Math.max(from, piece.from)
  const end = Math.min(to, piece.to)
  if (end <= begin) return
  const box = boxOf(piece, row)
  const at = (address: number) => layout.left + (address - row.address) * layout.pixelsPerByte
  const x = Math.max(box.x, at(begin))
  const width = Math.min(box.x + box.width, at(end)) - x
  if (width <= 0) return
  const isBordered = box.width >= BORDERED_PX
  const left = isBordered && piece.begins && begin === piece.from
  const right = isBordered && piece.ends && end === piece.to
  fillBox(pen, { ...box, x, width }, left, right)
}

function drawSkip(
  pen: Pen,
  layout: Layout,
  row: Extract<Row, { kind: 'skip' }>,
  moment: Moment,
  palette: Palette,
): void {
  const middle = row.y + row.height / 2
  pen.save()
  pen.beginPath()
  pen.rect(layout.left, row.y, layout.width, row.height)
  pen.fillStyle = fillOf(moment.chunks.state[row.index]!, palette)
  pen.fill()
  pen.restore()
  const words = `… ${count(row.to - row.address)} bytes …`
  const font = `11.5px ${palette.mono}`
  pen.font = font
  const x = layout.left + layout.width / 2
  plate(pen, x, middle, pen.measureText(words).width, palette)
  text(pen, words, x, middle, { font, fill: palette.ink2, align: 'center' })
}

function note(pen: Pen, layout: Layout, row: Row, words: string, palette: Palette): void {
  const font = `12px ${palette.sans}`
  text(pen, words, layout.left, row.y + row.height / 2, { font, fill: palette.ink2, align: 'left' })
}

function drawBreak(pen: Pen, layout: Layout, row: Row, palette: Palette): void {
  const right = layout.left + layout.width
  pen.save()
  pen.strokeStyle = palette.bad
  pen.lineWidth = 2
  pen.setLineDash([6, 4])
  pen.beginPath()
  const above = layout.rows[layout.rows.indexOf(row) - 1]
  const last = above?.kind === 'bytes' ? above.pieces.at(-1) : undefined
  const x = last === undefined ? right : last.x + last.width + 1
  if (above !== undefined && x < right - 2) {
    pen.moveTo(x, above.y)
    pen.lineTo(x, row.y)
  }
  pen.moveTo(layout.left, row.y)
  pen.lineTo(right, row.y)
  pen.stroke()
  pen.restore()
  text(pen, `program break ${fullAddress(row.address)}`, right, row.y + 11, {
    font: `12px ${palette.mono}`,
    fill: palette.bad,
    align: 'right',
  })
}

/** Each chunk is named once, in the first of its pieces that has room. */
function drawLabels(pen: Pen, layout: Layout, moment: Moment, palette: Palette): void {
  const { chunks } = moment
  const named = new Set<number>()
  pen.font = `${LABEL_PX}px ${palette.mono}`
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    for (const piece of row.pieces) {
      if (piece.width < 24 || row.height < 20 || named.has(piece.index)) continue
      const payload = chunks.payload[piece.index]!
      const tags = piece.begins && chunks.state[piece.index] !== META ? payload - piece.from : 0
      const behind =
        chunks.address[piece.index]! + chunks.size[piece.index]! - payload - chunks.usable[piece.index]!
      const footer = piece.ends && chunks.state[piece.index] !== META ? behind : 0
      const x = piece.x + tags * layout.pixelsPerByte + PAD
      const room = piece.x + piece.width - footer * layout.pixelsPerByte - x - 4
      const words = fitting(pen, chunkLabel(chunks, piece.index), room)
      if (words === '') continue
      named.add(piece.index)
      const font = `${LABEL_PX}px ${palette.mono}`
      const paint = chunks.state[piece.index]
      const width = pen.measureText(words).width
      if (paint === TOP || paint === FREE || paint === META)
        plate(pen, x + width / 2, row.y + row.height / 2, width - 4, palette)
      text(pen, words, x, row.y + row.height / 2 + 0.5, { font, fill: palette.ink, align: 'left' })
    }
  }
}

/** The label, or the part of it before the dot, or nothing: never cut in the middle. */
function fitting(pen: Pen, label: string, room: number): string {
  for (const words of [label, label.split(' · ')[0]!]) {
    if (pen.measureText(words).width <= room) return words
  }
  return ''
}
