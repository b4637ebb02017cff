import type { Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import { type Focus, focusOf } from '../parts/focus.ts'
import { type Layout, rowOf, xOf } from './layout.ts'
import { colourOf, drawAccesses, drawNumber, NUMBERED } from './overlay.ts'

/** An outline is at least so wide: a chunk may be smaller than a pixel. */
const SMALLEST = 7
/** Room between two numbers of the search's path. */
const APART = 17

/**
 * Over a heap that is seen from far away, what the step does: the bytes it reads and writes, the chunk it is about, the
 * one that is inspected, the path of its search. What is smaller than a pixel gets a mark that can be seen.
 */
export function drawFarMarks(pen: Pen, layout: Layout, moment: Moment, palette: Palette): void {
  const focus = focusOf(moment)
  drawAccesses(pen, layout, moment, palette)
  drawPath(pen, layout, moment, palette)
  if (focus !== null) drawFocus(pen, layout, moment, focus, palette)
  drawInspected(pen, layout, moment, focus, palette)
  drawNumbers(pen, layout, moment, palette)
}

function drawFocus(
  pen: Pen,
  layout: Layout,
  moment: Moment,
  { chunk, emphasis }: Focus,
  palette: Palette,
): void {
  pen.strokeStyle = colourOf(emphasis, palette)
  pen.lineWidth = 2.5
  outlineRange(pen, layout, chunk, Math.max(chunk + 1, endOf(moment, chunk)))
}

/** Where the chunk ends that holds an address; 0 if it is not known. */
function endOf({ inspected, probes }: Moment, address: Address): Address {
  if (inspected !== null && address >= inspected.chunk && address < inspected.chunk + inspected.size)
    return inspected.chunk + inspected.size
  const probe = probes.find(({ chunk }) => chunk === address)
  return probe === undefined ? 0 : probe.chunk + probe.size
}

function drawInspected(
  pen: Pen,
  layout: Layout,
  { inspected }: Moment,
  focus: Focus | null,
  palette: Palette,
): void {
  if (inspected === null) return
  const { chunk, size } = inspected
  if (focus !== null && focus.chunk >= chunk && focus.chunk < chunk + size) return
  pen.save()
  pen.strokeStyle = palette.accent
  pen.lineWidth = 2
  pen.setLineDash([4, 3])
  outlineRange(pen, layout, chunk, chunk + size)
  pen.restore()
}

/** Strokes a frame around the bytes [from, to) on every row on which some of them are drawn. */
export function outlineRange(pen: Pen, layout: Layout, from: Address, to: Address): void {
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    const begin = Math.max(from, row.address)
    const end = Math.min(to, row.address + layout.bytesPerRow)
    if (end <= begin) continue
    const width = Math.max(SMALLEST, (end - begin) * layout.pixelsPerByte)
    const x = Math.min(xOf(layout, row, begin), layout.left + layout.width - width)
    pen.beginPath()
    pen.roundRect(x - (width === SMALLEST ? SMALLEST / 2 : 0), row.y - 1, width, row.height + 2, 3)
    pen.stroke()
  }
}

/** A dot on every chunk that the search has looked at; one where several would cover each other. */
function drawPath(pen: Pen, layout: Layout, { probes }: Moment, palette: Palette): void {
  pen.fillStyle = palette.probe
  for (const { x, y } of ticks(
    layout,
    probes.map(({ chunk }) => chunk),
  )) {
    pen.beginPath()
    pen.arc(x, y - 1, 2.5, 0, 2 * Math.PI)
    pen.fill()
  }
}

/** The last looks of the search by number, where there is room for them. */
function drawNumbers(pen: Pen, layout: Layout, moment: Moment, palette: Palette): void {
  const { probes, probeCount } = moment
  const before = probeCount - probes.length
  const taken: { readonly x: number; readonly y: number }[] = []
  for (let i = probes.length - 1; i >= Math.max(0, probes.length - NUMBERED); i--) {
    const row = rowOf(layout, probes[i]!.chunk)
    if (row === null) continue
    const spot = { x: xOf(layout, row, probes[i]!.chunk), y: row.y - 2 }
    if (taken.some(({ x, y }) => y === spot.y && Math.abs(x - spot.x) < APART)) continue
    taken.push(spot)
    drawNumber(
      pen,
      String(before + i + 1),
      spot,
      i === probes.length - 1 && moment.step.kind === 'visit',
      palette,
    )
  }
}

/** Marks above the rows where chunks have changed, and below them where chunks have bytes of the part that is lit up. */
export function drawFarTicks(
  pen: Pen,
  layout: Layout,
  changed: ReadonlySet<Address>,
  lit: Iterable<Address>,
  palette: Palette,
): void {
  pen.fillStyle = palette.ink
  for (const { x, y } of ticks(layout, changed)) {
    pen.beginPath()
    pen.moveTo(x - 3, y - 1)
    pen.lineTo(x, y + 4)
    pen.lineTo(x + 3, y - 1)
    pen.fill()
  }
  pen.fillStyle = palette.accent
  for (const { x, bottom } of ticks(layout, lit)) pen.fillRect(x - 1, bottom + 1, 3, 3)
}

interface Tick {
  readonly x: number
  /** The upper and the lower edge of the row. */
  readonly y: number
  readonly bottom: number
}

/** Where addresses are drawn, those left out that fall on a pixel already taken. */
function ticks(layout: Layout, addresses: Iterable<Address>): Tick[] {
  const taken = new Set<number>()
  const found: Tick[] = []
  const rows = layout.rows.filter(({ kind }) => kind === 'bytes')
  for (const address of addresses) {
    const index = rows.findLastIndex((row) => row.address <= address)
    const row = rows[index]
    if (row === undefined || address >= row.address + layout.bytesPerRow) continue
    const x = Math.round(xOf(layout, row, address) / 2) * 2
    const key = index * 65_536 + x
    if (taken.has(key)) continue
    taken.add(key)
    found.push({ x, y: row.y, bottom: row.y + row.height })
  }
  return found
}
