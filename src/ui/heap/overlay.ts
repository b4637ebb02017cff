import type { Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import { type Emphasis, type Focus, focusOf } from '../parts/focus.ts'
import { type Layout, pieceOf } from './layout.ts'
import { boxOf, edge, text } from './shapes.ts'

/** Probes that get a number on the map: more would cover it. */
export const NUMBERED = 12

/** Draws over the map what the step does: bytes read and written, the chunk it is about, the path of its search. */
export function drawOverlay(pen: Pen, layout: Layout, moment: Moment, palette: Palette): void {
  const focus = focusOf(moment)
  drawAccesses(pen, layout, moment, palette)
  if (focus !== null) drawFocus(pen, layout, moment, focus, palette)
  drawInspected(pen, layout, moment, focus, palette)
  drawProbes(pen, layout, moment, palette)
}

/** Bytes that the current step wrote (a bar) and read (a thin line), below the row. */
export function drawAccesses(pen: Pen, layout: Layout, moment: Moment, palette: Palette): void {
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    for (const { write, address, size } of moment.step.accesses) {
      const from = Math.max(address, row.address)
      const to = Math.min(address + size, row.address + layout.bytesPerRow)
      if (to <= from) continue
      const x = layout.left + (from - row.address) * layout.pixelsPerByte
      const width = Math.max(2, (to - from) * layout.pixelsPerByte)
      pen.fillStyle = write ? palette.written : palette.ink3
      pen.fillRect(x, row.y + row.height + (write ? 2 : 3), width, write ? 4 : 2)
    }
  }
}

/** The colour of an outline. */
export function colourOf(emphasis: Emphasis, palette: Palette): string {
  switch (emphasis) {
    case 'probe':
      return palette.probe
    case 'chosen':
      return palette.chosen
    case 'bad':
      return palette.bad
    case 'plain':
      return palette.accent
  }
}

function drawFocus(pen: Pen, layout: Layout, moment: Moment, focus: Focus, palette: Palette): void {
  pen.strokeStyle = colourOf(focus.emphasis, palette)
  pen.lineWidth = 3
  outlineChunk(pen, layout, moment, focus.chunk)
}

/** The chunk that the inspector shows, where that is another than the step's: a dashed outline. */
function drawInspected(
  pen: Pen,
  layout: Layout,
  moment: Moment,
  focus: Focus | null,
  palette: Palette,
): void {
  const { inspected } = moment
  if (inspected === null) return
  const { chunk, size } = inspected
  if (focus !== null && focus.chunk >= chunk && focus.chunk < chunk + size) return
  pen.save()
  pen.strokeStyle = palette.accent
  pen.lineWidth = 2
  pen.setLineDash([4, 3])
  outlineChunk(pen, layout, moment, chunk)
  pen.restore()
}

function outlineChunk(pen: Pen, layout: Layout, moment: Moment, chunk: Address): void {
  const found = pieceOf(layout, moment.chunks, chunk)
  if (found === null) return
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    for (const piece of row.pieces) if (piece.index === found.piece.index) edge(pen, boxOf(piece, row), piece)
  }
}

/** The path of the search: a number on each chunk that it has looked at. */
function drawProbes(pen: Pen, layout: Layout, moment: Moment, palette: Palette): void {
  const { probes, chunks } = moment
  const first = Math.max(0, probes.length - NUMBERED)
  for (let i = first; i < probes.length; i++) {
    const found = pieceOf(layout, chunks, probes[i]!.chunk)
    if (found === null || !found.piece.begins || found.piece.width < 12) continue
    const current = i === probes.length - 1 && moment.step.kind === 'visit'
    const number = String(moment.probeCount - probes.length + i + 1)
    drawNumber(pen, number, { x: found.piece.x + 9, y: found.row.y }, current, palette)
  }
}

/** A number in a circle: the place of a chunk in the path of the search. */
export function drawNumber(
  pen: Pen,
  number: string,
  { x, y }: { readonly x: number; readonly y: number },
  current: boolean,
  palette: Palette,
): void {
  const half = 8 + Math.max(0, number.length - 2) * 3
  pen.beginPath()
  pen.roundRect(x - half, y - 8, half * 2, 16, 8)
  pen.fillStyle = current ? palette.probe : palette.panel
  pen.fill()
  pen.strokeStyle = palette.probe
  pen.lineWidth = 1.5
  pen.stroke()
  text(pen, number, x, y + 0.5, {
    font: `600 10px ${palette.sans}`,
    fill: current ? palette.panel : palette.probeInk,
    align: 'center',
  })
}
