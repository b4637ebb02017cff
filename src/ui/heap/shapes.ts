import type { Palette, Pen } from '../canvas/pen.ts'
import type { Piece, Row } from './layout.ts'

const RADIUS = 5

/** A rectangle in CSS pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Pieces up to this have no room to their neighbours. */
const SLIVER_PX = 4

/** Whether a piece is so narrow that it lies side by side with its neighbours. */
export function isSliver({ width }: Piece): boolean {
  return width <= SLIVER_PX
}

/** The rectangle of a piece, with a hair of room to its neighbours. */
export function boxOf(piece: Piece, row: Row): Box {
  const inset = isSliver(piece) ? 0 : 1
  const x = piece.x + (piece.begins ? inset : 0)
  const right = piece.x + piece.width - (piece.ends ? inset : 0)
  return { x, y: row.y, width: Math.max(0.5, right - x), height: row.height }
}

/** The path around a piece: square where the chunk goes on in another row. */
export function outline(
  pen: Pen,
  { x, y, width, height }: Box,
  { begins, ends }: Pick<Piece, 'begins' | 'ends'>,
): void {
  const left = begins ? RADIUS : 0
  const right = ends ? RADIUS : 0
  pen.beginPath()
  pen.roundRect(x, y, width, height, [left, right, right, left])
}

/** Fills a box, with round corners on the sides that are to have them. */
export function fillBox(pen: Pen, box: Box, roundLeft: boolean, roundRight: boolean): void {
  if (!roundLeft && !roundRight) {
    pen.fillRect(box.x, box.y, box.width, box.height)
    return
  }
  outline(pen, box, { begins: roundLeft, ends: roundRight })
  pen.fill()
}

/** Strokes the border: open on a side where the chunk goes on in another row. */
export function edge(pen: Pen, box: Box, piece: Piece): void {
  if (piece.begins && piece.ends) {
    outline(pen, box, piece)
    pen.stroke()
    return
  }
  const { x, y, width, height } = box
  const right = x + width
  const bottom = y + height
  pen.beginPath()
  if (piece.begins) {
    pen.moveTo(right, y)
    pen.lineTo(x, y)
    pen.lineTo(x, bottom)
    pen.lineTo(right, bottom)
  } else {
    pen.moveTo(x, y)
    pen.lineTo(right, y)
    if (piece.ends) pen.lineTo(right, bottom)
    else pen.moveTo(right, bottom)
    pen.lineTo(x, bottom)
  }
  pen.stroke()
}

/** A quiet ground for words on a pattern. */
export function plate(pen: Pen, x: number, y: number, width: number, palette: Palette): void {
  pen.fillStyle = palette.panel
  pen.beginPath()
  pen.roundRect(x - width / 2 - 6, y - 8, width + 12, 16, 4)
  pen.fill()
}

/** How words are set. */
export interface Lettering {
  readonly font: string
  readonly fill: string
  readonly align: CanvasTextAlign
}

/** Writes words on one line. */
export function text(pen: Pen, words: string, x: number, y: number, { font, fill, align }: Lettering): void {
  pen.font = font
  pen.fillStyle = fill
  pen.textAlign = align
  pen.fillText(words, x, y)
}
