import type { BlockFigures } from '../../engine/session/index.ts'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { count } from '../format.ts'
import type { Tint } from './model.ts'

/** Blocks whose size or life lies in a bin: powers of two. */
export interface Bin {
  /** `0`, `1`, `2–3`, `4–7`, `1K–2K`. */
  readonly range: string
  readonly living: number
  readonly freed: number
}

export interface Histogram {
  readonly id: 'sizes' | 'lifetimes'
  readonly title: string
  /** What the ranges count. */
  readonly unit: string
  /** From the first bin that has any blocks to the last. */
  readonly bins: readonly Bin[]
}

/** How large the blocks are, and how long they lived. */
export function histogramsOf(figures: BlockFigures): readonly Histogram[] {
  const { sizeLiving, sizeFreed, age, lifetime } = figures
  return [
    { id: 'sizes', title: 'Sizes of blocks', unit: 'bytes asked for', bins: binsOf(sizeLiving, sizeFreed) },
    { id: 'lifetimes', title: 'Lifetimes of blocks', unit: 'operations', bins: binsOf(age, lifetime) },
  ]
}

function binsOf(living: Float64Array, freed: Float64Array): readonly Bin[] {
  const bins = Array.from(living, (alive, i) => ({ range: rangeText(i), living: alive, freed: freed[i]! }))
  const first = bins.findIndex(hasBlocks)
  return first < 0 ? [] : bins.slice(first, bins.findLastIndex(hasBlocks) + 1)
}

function hasBlocks({ living, freed }: Bin): boolean {
  return living + freed > 0
}

/** Bin 0 is for 0, bin i for [2^(i-1), 2^i). */
function rangeText(i: number): string {
  if (i < 2) return String(i)
  const from = 2 ** (i - 1)
  return from < 1024 ? `${from}–${2 * from - 1}` : `${short(from)}–${short(2 * from)}`
}

function short(value: number): string {
  const power = Math.floor(Math.log2(value) / 10)
  return `${value / 1024 ** power}${['', 'K', 'M', 'G', 'T', 'P'][power]}`
}

/** The histogram in a sentence, for those who do not see it. */
export function histogramText({ title, unit, bins }: Histogram): string {
  if (bins.length === 0) return `${title}: no block yet.`
  const words = bins.map(
    ({ range, living, freed }) => `${range} ${unit}: ${count(freed)} freed, ${count(living)} live`,
  )
  return `${title}. ${words.join('; ')}.`
}

const LEFT = 12
const AXIS = 20
const ABOVE = 18
const WIDEST = 64
/** Room that the range below a bar, or the number above it, must have. */
const LABEL_PX = 30

/** Draws the bars: freed blocks below, live ones above them, hollow. */
export function drawHistogram(
  pen: Pen,
  { bins }: Histogram,
  size: Size,
  tints: Readonly<Record<Tint, string>>,
  palette: Palette,
): void {
  const bottom = size.height - AXIS
  pen.strokeStyle = palette.line
  pen.lineWidth = 1
  pen.beginPath()
  pen.moveTo(LEFT, bottom + 0.5)
  pen.lineTo(size.width - LEFT, bottom + 0.5)
  pen.stroke()
  if (bins.length === 0) return
  const most = bins.reduce((top, { living, freed }) => Math.max(top, living + freed), 1)
  const slot = Math.min(WIDEST, (size.width - 2 * LEFT) / bins.length)
  const every = Math.ceil(LABEL_PX / slot)
  const width = slot * 0.7
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = `10.5px ${palette.sans}`
  bins.forEach(({ range, living, freed }, i) => {
    const x = LEFT + i * slot + (slot - width) / 2
    const heightOf = (blocks: number) => (blocks / most) * (bottom - ABOVE)
    const low = bottom - heightOf(freed)
    const high = low - heightOf(living)
    pen.fillStyle = tints.live
    pen.fillRect(x, low, width, bottom - low)
    if (living > 0) {
      pen.strokeStyle = tints.live
      pen.lineWidth = 1.5
      pen.beginPath()
      pen.rect(x + 0.75, high + 0.75, width - 1.5, Math.max(0, low - high - 0.75))
      pen.stroke()
    }
    if (i % every !== 0) return
    pen.fillStyle = palette.ink2
    pen.fillText(range, x + width / 2, bottom + AXIS / 2 + 1)
    if (living + freed > 0) pen.fillText(count(living + freed), x + width / 2, high - 8)
  })
}
