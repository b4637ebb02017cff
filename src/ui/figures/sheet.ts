import type { Palette, Pen } from '../canvas/pen.ts'
import { drawChart } from './draw.ts'
import { drawHistogram, type Histogram } from './histogram.ts'
import type { Chart, Row, Tint } from './model.ts'

/** All charts on one sheet of paper. */
export interface Sheet {
  readonly title: string
  /** What is shown: the allocator, and how far. */
  readonly subtitle: string
  readonly charts: readonly Chart[]
  readonly histograms: readonly Histogram[]
  readonly total: number
  readonly now: number
  readonly tints: Readonly<Record<Tint, string>>
}

/** A pen that can be moved to another corner of the sheet. */
export type SheetPen = Pen & { translate(x: number, y: number): void }

export const SHEET_WIDTH = 1000
const MARGIN = 24
const HEAD = 74
const CAPTION = 30
const GAP = 18
const HISTOGRAM = 150
const WIDTH = SHEET_WIDTH - 2 * MARGIN

function heightOf(chart: Chart): number {
  return chart.shape === 'stack' ? 260 : 130
}

export function sheetHeight({ charts }: Sheet): number {
  const all = charts.reduce((height, chart) => height + CAPTION + heightOf(chart) + GAP, 0)
  return HEAD + all + CAPTION + HISTOGRAM + MARGIN
}

/** Draws the sheet. Its ground is painted by whoever has the pen. */
export function drawSheet(pen: SheetPen, sheet: Sheet, palette: Palette): void {
  const { tints, total, now } = sheet
  write(pen, sheet.title, 0, 34, `600 20px ${palette.sans}`, palette.ink, MARGIN)
  write(pen, sheet.subtitle, 0, 56, `13px ${palette.sans}`, palette.ink2, MARGIN)
  let y = HEAD
  for (const chart of sheet.charts) {
    at(pen, MARGIN, y, () => drawCaption(pen, chart.title, chart.rows, tints, palette))
    const size = { width: WIDTH, height: heightOf(chart) }
    at(pen, MARGIN, y + CAPTION, () =>
      drawChart(pen, { chart, total, now, reading: -1, tints }, size, palette),
    )
    y += CAPTION + size.height + GAP
  }
  sheet.histograms.forEach((histogram, i) => {
    const x = MARGIN + (i * WIDTH) / 2
    at(pen, x, y, () => drawCaption(pen, `${histogram.title} (${histogram.unit})`, [], tints, palette))
    at(pen, x, y + CAPTION, () =>
      drawHistogram(pen, histogram, { width: WIDTH / 2 - GAP, height: HISTOGRAM }, tints, palette),
    )
  })
}

function at(pen: SheetPen, x: number, y: number, draw: () => void): void {
  pen.translate(x, y)
  draw()
  pen.translate(-x, -y)
}

function drawCaption(
  pen: Pen,
  title: string,
  rows: readonly Row[],
  tints: Readonly<Record<Tint, string>>,
  palette: Palette,
): void {
  write(pen, title, 0, 15, `600 13px ${palette.sans}`, palette.ink)
  pen.font = `600 13px ${palette.sans}`
  let x = pen.measureText(title).width + 22
  for (const { tint, name } of rows) {
    pen.fillStyle = tints[tint]
    pen.fillRect(x, 9, 12, 12)
    write(pen, name, x + 17, 15, `12px ${palette.sans}`, palette.ink2)
    x += pen.measureText(name).width + 36
  }
}

function write(pen: Pen, words: string, x: number, y: number, font: string, fill: string, left = 0): void {
  pen.font = font
  pen.fillStyle = fill
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.fillText(words, x + left, y)
}
