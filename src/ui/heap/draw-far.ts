import type { FarColumns, FarMap, Moment } from '../../engine/session/index.ts'
import { type Address, hex } from '../../engine/units.ts'
import type { Paint, Palette, Pen } from '../canvas/pen.ts'
import { bytesShort, address as fullAddress } from '../format.ts'
import type { Layout, Row } from './layout.ts'
import { text } from './shapes.ts'

/** Room between an address and its row. */
const PAD = 8
/** Digits of an address in the gutter: enough to tell rows of a heap of 256 MiB apart. */
const DIGITS = 7
/** Chunks that begin so many cells apart are told apart. */
const APART = 5

/** What lies in a cell, from the bottom of its row upwards. */
const LAYERS: readonly { readonly column: Exclude<keyof FarColumns, 'begins'>; paint(p: Palette): Paint }[] =
  [
    { column: 'tags', paint: ({ tag }) => tag },
    { column: 'used', paint: ({ usedSoft }) => usedSoft },
    { column: 'mapped', paint: ({ mapped }) => mapped },
    { column: 'own', paint: ({ meta }) => meta },
    { column: 'free', paint: ({ free }) => free },
    { column: 'top', paint: ({ top }) => top },
  ]

/** Draws a heap from far away: each cell shows how much of it is what, one above the other. */
export function drawFar(pen: Pen, layout: Layout, far: FarMap, moment: Moment, palette: Palette): void {
  pen.textBaseline = 'middle'
  let index = 0
  for (const row of layout.rows) {
    if (row.kind === 'bytes') drawCells(pen, layout, row, far, index++, palette)
    else if (row.kind === 'break') drawBreak(pen, layout, row, palette)
    else if (row.kind === 'label') drawLabel(pen, layout, row, moment, palette)
  }
}

function drawCells(pen: Pen, layout: Layout, row: Row, far: FarMap, index: number, palette: Palette): void {
  const label = { font: `11px ${palette.mono}`, fill: palette.ink3, align: 'right' } as const
  text(pen, gutterAddress(row.address), layout.left - PAD, row.y + row.height / 2, label)
  const sums = new Float64Array(far.cells)
  const begin = index * far.cells
  const outlines: { readonly tops: Float64Array; readonly paint: Paint }[] = []
  for (const { column, paint } of LAYERS) {
    const values = far.columns[column]
    let some = false
    for (let i = 0; i < far.cells; i++) {
      const value = values[begin + i]!
      some ||= value > 0
      sums[i] = sums[i]! + value
    }
    if (some) outlines.push({ tops: sums.slice(), paint: paint(palette) })
  }
  // Each layer covers what lies below it, and is covered in turn by the layers further down.
  for (const { tops, paint } of outlines.reverse()) {
    pen.fillStyle = paint
    silhouette(pen, layout, row, tops, far.cellBytes)
  }
  pen.fillStyle = palette.panel
  for (const x of edges(layout, far, begin)) pen.fillRect(x, row.y, 1.5, row.height)
  pen.fillStyle = palette.line
  const end = far.rowTo[index]! - row.address
  pen.fillRect(layout.left, row.y + row.height, end * layout.pixelsPerByte, 1)
}

/** Where chunks begin that are so large that they can be told apart: no other begins in the cells around. */
function edges(layout: Layout, { cells, columns: { begins } }: FarMap, begin: number): number[] {
  const found: number[] = []
  let last = -APART
  for (let i = 0; i < cells; i++) {
    if (begins[begin + i] === 0) continue
    const isAlone =
      begins[begin + i] === 1 && begins.subarray(begin + i + 1, begin + i + APART).every((n) => n === 0)
    if (isAlone && i - last >= APART && i > 0) found.push(layout.left + (i * layout.width) / cells)
    last = i
  }
  return found
}

/** Fills from the bottom of a row up to the share of each cell. */
function silhouette(pen: Pen, layout: Layout, row: Row, tops: Float64Array, cellBytes: number): void {
  const bottom = row.y + row.height
  const width = layout.width / tops.length
  pen.beginPath()
  for (let i = 0; i < tops.length; ) {
    let next = i + 1
    while (next < tops.length && tops[next] === tops[i]) next++
    const y = bottom - Math.min(1, tops[i]! / cellBytes) * row.height
    const x = layout.left + i * width
    if (i === 0) pen.moveTo(x, bottom)
    pen.lineTo(x, y)
    pen.lineTo(layout.left + next * width, y)
    i = next
  }
  pen.lineTo(layout.left + layout.width, bottom)
  pen.fill()
}

function gutterAddress(address: Address): string {
  const digits = hex(address).slice(2)
  return digits.length <= DIGITS + 1 ? `0x${digits}` : `…${digits.slice(-DIGITS)}`
}

function drawBreak(pen: Pen, layout: Layout, row: Row, palette: Palette): void {
  const above = layout.rows[layout.rows.indexOf(row) - 1]
  if (above === undefined) return
  const right = layout.left + layout.width
  const x = Math.min(right, layout.left + (row.address - above.address) * layout.pixelsPerByte + 1)
  pen.save()
  pen.strokeStyle = palette.bad
  pen.lineWidth = 2
  pen.setLineDash([5, 3])
  pen.beginPath()
  pen.moveTo(x, above.y - 4)
  pen.lineTo(x, above.y + above.height + 5)
  pen.stroke()
  pen.restore()
  const toLeft = x > layout.left + layout.width / 2
  text(pen, `program break ${fullAddress(row.address)}`, toLeft ? x + 2 : x - 2, row.y + row.height / 2, {
    font: `12px ${palette.mono}`,
    fill: palette.bad,
    align: toLeft ? 'right' : 'left',
  })
}

function drawLabel(
  pen: Pen,
  layout: Layout,
  row: Extract<Row, { kind: 'label' }>,
  { programBreak }: Moment,
  palette: Palette,
): void {
  const what = row.address >= programBreak ? 'mapped region' : 'heap'
  const words = `${what} at ${fullAddress(row.address)} · ${bytesShort(row.to - row.address)}`
  text(pen, words, layout.left, row.y + row.height / 2 + 2, {
    font: `12px ${palette.sans}`,
    fill: palette.ink2,
    align: 'left',
  })
}
