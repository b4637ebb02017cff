import type { Size } from '../canvas/pen.ts'
import { bytesShort, count } from '../format.ts'
import type { Chart, Unit } from './model.ts'

/** Where a chart lies on its canvas, in CSS pixels. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const LEFT = 62
const RIGHT = 14
const TOP = 8
const BOTTOM = 8
/** Lines of a logarithmic grid are powers of this. */
const FACTOR = 16
/** Height of a line of letters. */
const LETTERS_PX = 17
const LOG_FACTOR = Math.log2(FACTOR)

export function frameOf({ width, height }: Size): Frame {
  return { left: LEFT, right: Math.max(LEFT + 20, width - RIGHT), top: TOP, bottom: height - BOTTOM }
}

/** Where an operation stands from left to right: as on the timeline, the first at the left end, the last at the right. */
export function xOf({ left, right }: Frame, total: number, operation: number): number {
  return total <= 1 ? (left + right) / 2 : left + (operation / (total - 1)) * (right - left)
}

/** The operation nearest to a place, within those of the run. */
export function operationAt({ left, right }: Frame, total: number, x: number): number {
  const share = (x - left) / Math.max(1, right - left)
  return Math.max(0, Math.min(total - 1, Math.round(share * (total - 1))))
}

/** The vertical scale of a chart. */
export interface Scale {
  /** Where a value lies. */
  y(value: number): number
  /** The value at a place. */
  at(y: number): number
  /** Values at which a line of the grid is drawn, with what is written there. */
  readonly grid: readonly { readonly value: number; readonly text: string }[]
}

/** The scale on which all values of a chart fit. */
export function scaleOf({ unit, most, isLogarithmic }: Chart, { top, bottom }: Frame): Scale {
  const height = bottom - top
  if (isLogarithmic) {
    const decades = Math.max(1, Math.ceil(Math.log2(Math.max(1, most)) / LOG_FACTOR))
    const y = (value: number) => bottom - (Math.log2(Math.max(1, value)) / (decades * LOG_FACTOR)) * height
    // Lines that would touch are left out.
    const every = Math.ceil((decades * LETTERS_PX) / height)
    const powers = Array.from({ length: Math.floor(decades / every) }, (_, i) => (i + 1) * every)
    const grid = powers.map((power) => FACTOR ** power)
    return {
      y,
      at: (place) => 2 ** (((bottom - place) / height) * decades * LOG_FACTOR),
      grid: grid.map((value) => ({ value, text: label(unit, value) })),
    }
  }
  const step = unit === 'share' ? 0.5 : stepFor(most, unit, height)
  const end = unit === 'share' ? 1 : Math.max(most, step)
  const lines = Math.floor(end / step + 1e-9)
  return {
    y: (value) => bottom - (value / end) * height,
    at: (place) => ((bottom - place) / height) * end,
    grid: Array.from({ length: lines + 1 }, (_, i) => i * step).map((value) => ({
      value,
      text: label(unit, value),
    })),
  }
}

/** Pixels between two lines of the grid, at least. */
const LINE_EVERY = 34

/** A round number of which a few make the whole height: powers of two for bytes, of ten (with 2 and 5) for counts. */
function stepFor(most: number, unit: Unit, height: number): number {
  const wanted = most / Math.max(1, Math.floor(height / LINE_EVERY))
  if (unit === 'bytes') return 2 ** Math.max(0, Math.ceil(Math.log2(wanted)))
  const power = 10 ** Math.floor(Math.log10(Math.max(1, wanted)))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= wanted) ?? power
}

/** A value as it is written beside the grid and in readings. */
export function label(unit: Unit, value: number): string {
  if (unit === 'bytes') return bytesShort(value)
  if (unit === 'share') return `${Math.round(value * 1000) / 10} %`
  return count(value)
}
