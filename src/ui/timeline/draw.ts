import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { frameOf, MARGIN, type TimelineFrame, type TimelineModel, xOf } from './model.ts'

/** With more operations than this, ticks would touch. */
const MOST_TICKS = 120

/** Draws live bytes as a line, external fragmentation as an area, and where the page is. */
export function drawTimeline(pen: Pen, model: TimelineModel, size: Size, palette: Palette): void {
  const frame = frameOf(size.width, size.height)
  if (model.total === 0) return
  drawRest(pen, model, frame, palette)
  pen.save()
  if (model.isCovered) clipToPast(pen, model, frame, size)
  drawFragmentation(pen, model, frame, palette)
  drawLive(pen, model, frame, palette)
  drawFindings(pen, model, frame, palette)
  pen.restore()
  drawTicks(pen, model, frame, palette)
  drawParting(pen, model, frame, palette)
  drawPin(pen, model, frame, palette)
  drawNow(pen, model, frame, palette)
}

/** Keeps what is drawn from here on to what was before the operation on the screen. */
function clipToPast(pen: Pen, { total, operation }: TimelineModel, frame: TimelineFrame, size: Size): void {
  pen.beginPath()
  pen.rect(0, 0, operation > 0 ? xOf(frame, total, operation - 1) : 0, size.height)
  pen.clip()
}

/** The part that has not been run yet, or must not be seen. */
function drawRest(pen: Pen, model: TimelineModel, frame: TimelineFrame, palette: Palette): void {
  const { total, done, operation, isCovered } = model
  const known = isCovered ? Math.max(0, operation - 1) : done
  if (known >= total) return
  const from = xOf(frame, total, known)
  pen.save()
  pen.globalAlpha = 0.35
  pen.fillStyle = palette.line
  pen.fillRect(from, frame.top, frame.right - from, frame.bottom - frame.top)
  pen.restore()
}

/** Middle of a bucket: the operation it stands for. */
function operationOf(model: TimelineModel, bucket: number, buckets: number): number {
  return ((bucket + 0.5) * model.covered) / buckets - 0.5
}

function drawFragmentation(pen: Pen, model: TimelineModel, frame: TimelineFrame, palette: Palette): void {
  const { fragmentation, total } = model
  const buckets = fragmentation.length
  if (buckets === 0) return
  const height = frame.bottom - frame.top
  pen.save()
  pen.globalAlpha = 0.18
  pen.fillStyle = palette.probe
  pen.beginPath()
  pen.moveTo(xOf(frame, total, operationOf(model, 0, buckets)), frame.bottom)
  for (let i = 0; i < buckets; i++) {
    pen.lineTo(xOf(frame, total, operationOf(model, i, buckets)), frame.bottom - fragmentation[i]! * height)
  }
  pen.lineTo(xOf(frame, total, operationOf(model, buckets - 1, buckets)), frame.bottom)
  pen.fill()
  pen.restore()
}

function drawLive(pen: Pen, model: TimelineModel, frame: TimelineFrame, palette: Palette): void {
  const { live, total } = model
  if (live === null || live.max.length === 0) return
  const buckets = live.max.length
  const peak = live.max.reduce((most, bytes) => Math.max(most, bytes), 1)
  const yOf = (bytes: number) => frame.bottom - (bytes / peak) * (frame.bottom - frame.top)
  pen.strokeStyle = palette.used
  pen.lineWidth = 2
  pen.beginPath()
  for (let i = 0; i < buckets; i++) {
    const x = xOf(frame, total, operationOf(model, i, buckets))
    if (i === 0) pen.moveTo(x, yOf(live.min[i]!))
    else pen.lineTo(x, yOf(live.min[i]!))
    if (live.max[i] !== live.min[i]) pen.lineTo(x, yOf(live.max[i]!))
  }
  pen.stroke()
}

function drawTicks(pen: Pen, model: TimelineModel, frame: TimelineFrame, palette: Palette): void {
  if (model.total > MOST_TICKS) return
  for (let i = 0; i < model.total; i++) {
    const x = xOf(frame, model.total, i)
    pen.fillStyle =
      i === model.operation ? palette.accent : i < model.operation ? palette.used : palette.freeLine
    pen.globalAlpha = i < model.done ? 1 : 0.4
    pen.beginPath()
    pen.roundRect(x - 4, frame.bottom + 5, 8, 9, 2)
    pen.fill()
  }
  pen.globalAlpha = 1
}

function drawFindings(pen: Pen, model: TimelineModel, frame: TimelineFrame, palette: Palette): void {
  pen.fillStyle = palette.bad
  for (const { operation } of model.findings) {
    const x = xOf(frame, model.total, Math.min(operation, model.total - 1))
    pen.beginPath()
    pen.moveTo(x, frame.bottom - 1)
    pen.lineTo(x - 5, frame.bottom - 10)
    pen.lineTo(x + 5, frame.bottom - 10)
    pen.fill()
  }
}

/** Where allocators that are compared part company. */
function drawParting(pen: Pen, model: TimelineModel, frame: TimelineFrame, palette: Palette): void {
  const { parting, total } = model
  if (parting < 0) return
  const x = xOf(frame, total, parting)
  pen.save()
  pen.strokeStyle = pen.fillStyle = palette.written
  pen.lineWidth = 1.5
  pen.setLineDash([4, 3])
  pen.beginPath()
  pen.moveTo(x, frame.top)
  pen.lineTo(x, frame.bottom)
  pen.stroke()
  pen.beginPath()
  pen.moveTo(x, frame.top - 6)
  pen.lineTo(x + 6, frame.top)
  pen.lineTo(x, frame.top + 6)
  pen.lineTo(x - 6, frame.top)
  pen.fill()
  drawLabel(pen, 'they part company', x, model, frame, palette)
  pen.restore()
}

/** Space between a mark and its label, and around the label. */
const BESIDE = 10
const AROUND = 3

/** Words beside a mark, on the side where they stay on the chart and out of the way of the other marks. */
function drawLabel(
  pen: Pen,
  text: string,
  x: number,
  { operation, pinned, total }: TimelineModel,
  frame: TimelineFrame,
  palette: Palette,
): void {
  pen.font = `11px ${palette.sans}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  const { width } = pen.measureText(text)
  const marks = [operation, ...(pinned < 0 ? [] : [pinned])].map((each) => xOf(frame, total, each))
  const sides = [x + BESIDE, x - BESIDE - width].filter(
    (from) => from >= frame.left - MARGIN && from + width <= frame.right + MARGIN,
  )
  const isClear = (from: number) =>
    !marks.some((at) => at > from - BESIDE + 1 && at < from + width + BESIDE - 1)
  const from = sides.find(isClear) ?? sides[0] ?? x + BESIDE
  pen.save()
  pen.fillStyle = palette.panel
  pen.fillRect(from - AROUND, frame.top - 8, width + 2 * AROUND, 16)
  pen.restore()
  pen.fillText(text, from, frame.top)
}

/** Where the pinned moment is: a flag. */
function drawPin(pen: Pen, { pinned, total }: TimelineModel, frame: TimelineFrame, palette: Palette): void {
  if (pinned < 0) return
  const x = xOf(frame, total, Math.min(pinned, total - 1))
  pen.strokeStyle = pen.fillStyle = palette.ink
  pen.lineWidth = 1.5
  pen.beginPath()
  pen.moveTo(x, frame.top - 12)
  pen.lineTo(x, frame.bottom + 4)
  pen.stroke()
  // On the far right there is no room for it on the right.
  const side = x > (frame.left + frame.right) / 2 ? -1 : 1
  pen.beginPath()
  pen.moveTo(x, frame.top - 12)
  pen.lineTo(x + side * 11, frame.top - 8)
  pen.lineTo(x, frame.top - 4)
  pen.fill()
}

function drawNow(pen: Pen, model: TimelineModel, frame: TimelineFrame, palette: Palette): void {
  const x = xOf(frame, model.total, model.operation)
  pen.strokeStyle = pen.fillStyle = palette.accent
  pen.lineWidth = 2
  pen.beginPath()
  pen.moveTo(x, frame.top - 12)
  pen.lineTo(x, frame.bottom + 16)
  pen.stroke()
  pen.beginPath()
  pen.arc(x, frame.top - 12, 4, 0, 2 * Math.PI)
  pen.fill()
}
