import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { type Frame, frameOf, type Scale, scaleOf, xOf } from './frame.ts'
import type { Chart, Row, Tint } from './model.ts'

/** What a chart is drawn with, beside its numbers. */
export interface Drawing {
  readonly chart: Chart
  /** Operations of the run: the right end. */
  readonly total: number
  /** The operation on the screen. */
  readonly now: number
  /** The point that is read; -1 if none is. */
  readonly reading: number
  readonly tints: Readonly<Record<Tint, string>>
}

/** Room that a band must have for its name. */
const NAME_PX = 15
/** Edges between bands are drawn where points are at least so far apart; closer ones would be nothing but edges. */
const EDGED_PX = 6
/** Dashes tell lines apart where colours do not. */
const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3]]

/** Draws a chart: grid, rows, the operation on the screen, and what is read. */
export function drawChart(pen: Pen, drawing: Drawing, size: Size, palette: Palette): void {
  const { chart } = drawing
  const frame = frameOf(size)
  const scale = scaleOf(chart, frame)
  drawGrid(pen, scale, frame, palette)
  if (chart.operations.length > 0) {
    if (chart.shape === 'stack') drawStack(pen, drawing, frame, scale, palette)
    else if (chart.shape === 'lines') drawLines(pen, drawing, frame, scale)
    else drawBars(pen, drawing, frame, scale)
  }
  drawNow(pen, drawing, frame, palette)
  drawReading(pen, drawing, frame, scale, palette)
}

function drawGrid(pen: Pen, { grid, y }: Scale, { left, right }: Frame, palette: Palette): void {
  pen.strokeStyle = palette.line
  pen.fillStyle = palette.ink3
  pen.lineWidth = 1
  pen.font = `11px ${palette.sans}`
  pen.textAlign = 'right'
  pen.textBaseline = 'middle'
  for (const { value, text } of grid) {
    const at = Math.round(y(value)) + 0.5
    pen.beginPath()
    pen.moveTo(left, at)
    pen.lineTo(right, at)
    pen.stroke()
    pen.fillText(text, left - 6, at)
  }
}

/** Where the stretch of a point begins and ends: half way to its neighbours. */
function edges(chart: Chart, frame: Frame, total: number, i: number): readonly [number, number] {
  const { operations } = chart
  const x = xOf(frame, total, operations[i]!)
  const before = i === 0 ? frame.left : (x + xOf(frame, total, operations[i - 1]!)) / 2
  const last = i === operations.length - 1
  const half = total <= 1 ? frame.right - frame.left : (frame.right - frame.left) / (total - 1)
  const after = last ? Math.min(frame.right, x + half / 2) : (x + xOf(frame, total, operations[i + 1]!)) / 2
  return [before, after]
}

/** The upper edge of each row of a stack, in values. */
export function stackedTops(rows: readonly Row[]): readonly Float64Array[] {
  const tops: Float64Array[] = []
  for (const { values } of rows) {
    const below = tops.at(-1)
    tops.push(below === undefined ? values : values.map((value, i) => value + below[i]!))
  }
  return tops
}

function drawStack(pen: Pen, drawing: Drawing, frame: Frame, scale: Scale, palette: Palette): void {
  const { chart, total, tints } = drawing
  const tops = stackedTops(chart.rows)
  const isApart = (frame.right - frame.left) / chart.operations.length >= EDGED_PX
  chart.rows.forEach((row, r) => {
    const below = tops[r - 1]
    if (row.values.every((value) => value === 0)) return
    pen.fillStyle = tints[row.tint]
    pen.strokeStyle = palette.panel
    pen.lineWidth = 0.8
    pen.beginPath()
    const [start] = edges(chart, frame, total, 0)
    pen.moveTo(start, scale.y(below?.[0] ?? 0))
    alongSteps(pen, chart, frame, total, (i) => scale.y(tops[r]![i]!), false)
    alongSteps(pen, chart, frame, total, (i) => scale.y(below?.[i] ?? 0), true)
    pen.fill()
    if (isApart) pen.stroke()
  })
  chart.rows.forEach((row, r) => {
    nameBand(pen, drawing, frame, scale, row, tops[r]!, tops[r - 1], palette)
  })
}

/** A stretch of points, from and to (included), and the heights between which a band lies at all of them. */
interface Stretch {
  readonly first: number
  readonly last: number
  readonly high: number
  readonly low: number
}

/** The longest stretch at which a band has room for its name, `px` high; null if there is none. */
function roomIn(top: readonly number[], below: readonly number[], px: number): Stretch | null {
  let best: Stretch | null = null
  let now: Stretch | null = null
  top.forEach((high, i) => {
    const low = below[i]!
    const joined = now && { ...now, last: i, high: Math.max(now.high, high), low: Math.min(now.low, low) }
    const alone = { first: i, last: i, high, low }
    now = joined !== null && fits(joined, px) ? joined : fits(alone, px) ? alone : null
    if (now !== null && (best === null || now.last - now.first > best.last - best.first)) best = now
  })
  return best
}

function fits({ high, low }: Stretch, px: number): boolean {
  return low - high >= px
}

/** The name of a band, where it lies level for longest, if there is room. */
function nameBand(
  pen: Pen,
  { chart, total }: Drawing,
  frame: Frame,
  scale: Scale,
  row: Row,
  top: Float64Array,
  below: Float64Array | undefined,
  palette: Palette,
): void {
  const heights = (values: Float64Array | undefined) =>
    Array.from(row.values, (_, i) => scale.y(values?.[i] ?? 0))
  const [high, low] = [heights(top), heights(below)]
  const thickest = high.reduce((most, y, i) => Math.max(most, low[i]! - y), 0)
  const room = roomIn(high, low, Math.max(NAME_PX, thickest / 2))
  pen.font = `600 11px ${palette.sans}`
  const width = pen.measureText(row.name).width
  if (room === null || frame.right - frame.left < width + 20) return
  const [from] = edges(chart, frame, total, room.first)
  const [, to] = edges(chart, frame, total, room.last)
  const x = Math.max(frame.left + width / 2 + 8, Math.min((from + to) / 2, frame.right - width / 2 - 8))
  const y = (room.high + room.low) / 2
  pen.fillStyle = palette.panel
  pen.beginPath()
  pen.roundRect(x - width / 2 - 5, y - 7.5, width + 10, 15, 4)
  pen.fill()
  pen.fillStyle = palette.ink
  pen.textAlign = 'center'
  pen.fillText(row.name, x, y)
}

/** A path over the points, level within each: the heap does not change between two operations. */
function alongSteps(
  pen: Pen,
  chart: Chart,
  frame: Frame,
  total: number,
  yOf: (i: number) => number,
  backwards: boolean,
): void {
  const count = chart.operations.length
  for (let k = 0; k < count; k++) {
    const i = backwards ? count - 1 - k : k
    const [from, to] = edges(chart, frame, total, i)
    const y = yOf(i)
    pen.lineTo(backwards ? to : from, y)
    pen.lineTo(backwards ? from : to, y)
  }
}

function drawLines(pen: Pen, { chart, total, tints }: Drawing, frame: Frame, scale: Scale): void {
  chart.rows.forEach(({ tint, values }, r) => {
    pen.save()
    pen.strokeStyle = tints[tint]
    pen.lineWidth = 2
    pen.setLineDash([...DASHES[r % DASHES.length]!])
    pen.beginPath()
    const [start] = edges(chart, frame, total, 0)
    pen.moveTo(start, scale.y(values[0]!))
    alongSteps(pen, chart, frame, total, (i) => scale.y(values[i]!), false)
    pen.stroke()
    pen.restore()
  })
}

function drawBars(pen: Pen, { chart, total, tints }: Drawing, frame: Frame, scale: Scale): void {
  for (const { tint, values } of chart.rows) {
    pen.fillStyle = tints[tint]
    values.forEach((value, i) => {
      if (value === 0) return
      const [from, to] = edges(chart, frame, total, i)
      const width = Math.max(1, Math.min(14, (to - from) * 0.8))
      const y = scale.y(value)
      pen.fillRect((from + to - width) / 2, y, width, frame.bottom - y)
    })
  }
}

function drawNow(pen: Pen, { total, now }: Drawing, frame: Frame, palette: Palette): void {
  if (now < 0 || total === 0) return
  const x = xOf(frame, total, now)
  pen.strokeStyle = palette.accent
  pen.lineWidth = 2
  pen.beginPath()
  pen.moveTo(x, frame.top - 4)
  pen.lineTo(x, frame.bottom + 4)
  pen.stroke()
}

function drawReading(
  pen: Pen,
  { chart, total, reading, tints }: Drawing,
  frame: Frame,
  scale: Scale,
  palette: Palette,
): void {
  const operation = chart.operations[reading]
  if (operation === undefined) return
  const x = xOf(frame, total, operation)
  pen.save()
  pen.strokeStyle = palette.ink2
  pen.lineWidth = 1
  pen.setLineDash([3, 3])
  pen.beginPath()
  pen.moveTo(x, frame.top)
  pen.lineTo(x, frame.bottom)
  pen.stroke()
  pen.restore()
  if (chart.shape !== 'lines') return
  for (const { tint, values } of chart.rows) {
    pen.fillStyle = tints[tint]
    pen.beginPath()
    pen.arc(x, scale.y(values[reading]!), 3.5, 0, 2 * Math.PI)
    pen.fill()
  }
}

/** The row of a stack that lies at a place; null above them all. */
export function bandAt(chart: Chart, size: Size, reading: number, y: number): Row | null {
  const value = scaleOf(chart, frameOf(size)).at(y)
  if (chart.shape !== 'stack' || value < 0) return null
  const at = stackedTops(chart.rows).findIndex((top) => value < (top[reading] ?? 0))
  return chart.rows[at] ?? null
}
