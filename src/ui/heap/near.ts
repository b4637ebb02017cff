import type { ByteRun, ChunkColumns, Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import { type Layout, type Piece, type Row, xOf } from './layout.ts'
import { chunkLabel } from './model.ts'
import { text } from './shapes.ts'
import { META, USED } from './states.ts'

/*
 * Every byte of the rows with its value, over the chunks as `draw.ts` fills them:
 *
 *   | header                          p[0] · 24
 *   |  21   00   00   00   00   00   00   00  |  2a …      hex
 *   |   !    ·    ·    ·    ·    ·    ·    ·  |   * …      as a character; where there is room, its bits
 */

/** Where the three lines of a row stand, as shares of its height. */
const LABEL_SHARE = 0.23
const HEX_SHARE = 0.55
const BELOW_SHARE = 0.84
/** Cells of this width have room for eight bits. */
const BITS_PX = 68
/** From the middle of such a cell to its character. */
const CHARACTER_PX = 22
/** How much of the pattern can be seen behind the bytes of what is not in use. */
const VEIL = 0.78

/** Writes the bytes into the rows. */
export function drawNear(pen: Pen, layout: Layout, moment: Moment, palette: Palette): void {
  const written = moment.step.accesses.filter(({ write }) => write)
  const isWritten = (at: Address) => written.some(({ address, size }) => at >= address && at < address + size)
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    for (const piece of row.pieces) {
      if (moment.chunks.state[piece.index] !== USED) veil(pen, row, piece, palette)
      drawTagGround(pen, layout, row, piece, moment.chunks, palette)
      for (let at = piece.from; at < piece.to; at++) {
        const value = byteAt(moment.bytes, at)
        if (value < 0) continue
        const inTag = isTag(moment.chunks, piece.index, at)
        if (isWritten(at)) ground(pen, layout, row, at, palette.written, 0.3)
        drawByte(pen, layout, row, at, value, inTag && !isWritten(at), palette)
      }
      drawLabel(pen, layout, row, piece, moment.chunks, palette)
    }
  }
}

/** A byte of memory; -1 if it was not asked for. */
function byteAt(runs: readonly ByteRun[], at: Address): number {
  for (const { from, bytes } of runs) {
    const value = bytes[at - from]
    if (value !== undefined) return value
  }
  return -1
}

function isTag({ payload, usable, state }: ChunkColumns, index: number, at: Address): boolean {
  if (state[index] === META) return false
  return at < payload[index]! || at >= payload[index]! + usable[index]!
}

/** Quiets the pattern: a pattern behind small figures makes them hard to read. */
function veil(pen: Pen, row: Row, { x, width }: Piece, palette: Palette): void {
  pen.globalAlpha = VEIL
  pen.fillStyle = palette.panel
  pen.fillRect(x + 2, row.y + 2, Math.max(0, width - 4), row.height - 4)
  pen.globalAlpha = 1
}

/** The bytes of tags stand on the colour of tags, whether the chunk is in use or free. */
function drawTagGround(
  pen: Pen,
  layout: Layout,
  row: Row,
  piece: Piece,
  chunks: ChunkColumns,
  palette: Palette,
): void {
  for (let at = piece.from; at < piece.to; at++)
    if (isTag(chunks, piece.index, at)) ground(pen, layout, row, at, palette.tag, 1)
}

function ground(pen: Pen, layout: Layout, row: Row, at: Address, colour: string, alpha: number): void {
  pen.globalAlpha = alpha
  pen.fillStyle = colour
  // Without a seam to the next one.
  pen.fillRect(xOf(layout, row, at), row.y + 1, layout.pixelsPerByte + 0.5, row.height - 2)
  pen.globalAlpha = 1
}

function drawByte(
  pen: Pen,
  layout: Layout,
  row: Row,
  at: Address,
  value: number,
  inTag: boolean,
  palette: Palette,
): void {
  const width = layout.pixelsPerByte
  const x = xOf(layout, row, at) + width / 2
  const digits = value.toString(16).padStart(2, '0')
  const px = width < 22 ? 10 : 13
  const fill = inTag ? palette.panel : palette.ink
  const quiet = inTag ? palette.panel : palette.ink2
  text(pen, digits, x, row.y + row.height * HEX_SHARE, {
    font: `${value === 0 ? '' : '600 '}${px}px ${palette.mono}`,
    fill: value === 0 ? quiet : fill,
    align: 'center',
  })
  const small = { font: `${width < 22 ? 9 : 10.5}px ${palette.mono}`, fill: quiet, align: 'center' } as const
  const hasBits = width >= BITS_PX
  const character = characterOf(value)
  const y = row.y + row.height * BELOW_SHARE
  text(pen, hasBits ? bitsOf(value) : character, x, y, small)
  if (hasBits && value > 0) text(pen, character, x + CHARACTER_PX, row.y + row.height * HEX_SHARE, small)
}

function characterOf(value: number): string {
  if (value === 0x20) return '␣'
  return value > 0x20 && value < 0x7f ? String.fromCharCode(value) : '·'
}

function bitsOf(value: number): string {
  const bits = value.toString(2).padStart(8, '0')
  return `${bits.slice(0, 4)} ${bits.slice(4)}`
}

/** Above the bytes: what the tag is, then the name of the chunk; each where it begins. */
function drawLabel(
  pen: Pen,
  layout: Layout,
  row: Row,
  piece: Piece,
  chunks: ChunkColumns,
  palette: Palette,
): void {
  const { payload, usable, address, size, state } = chunks
  const i = piece.index
  const y = row.y + row.height * LABEL_SHARE
  const put = (words: string, from: Address, to: Address, fill: string) => {
    pen.font = `10px ${palette.sans}`
    const room = (Math.min(to, piece.to) - from) * layout.pixelsPerByte - 8
    if (from < piece.from || from >= piece.to || pen.measureText(words).width > room) return
    text(pen, words, xOf(layout, row, from) + 5, y, { font: `10px ${palette.sans}`, fill, align: 'left' })
  }
  const behind = address[i]! + size[i]!
  if (state[i] === META) {
    put(chunkLabel(chunks, i), address[i]!, behind, palette.ink2)
    return
  }
  const end = payload[i]! + usable[i]!
  if (payload[i]! > address[i]!) put('header', address[i]!, payload[i]!, palette.panel)
  put(chunkLabel(chunks, i), payload[i]!, end, palette.ink)
  if (end < behind) put('footer', end, behind, palette.panel)
}
