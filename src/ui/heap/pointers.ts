import type { Moment, VariableView } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import { type Layout, type Row, rowOf, xOf } from './layout.ts'
import type { Box } from './shapes.ts'

/** Variables of the program that point at one byte of the heap. */
export interface PointerTag {
  readonly target: Address
  readonly names: readonly string[]
}

/** More tags than this would cover the map; the variables' own panel has the rest. */
const MOST_TAGS = 24
/** Names on one tag; of the others only the number is said. */
const MOST_NAMES = 3

/** The types of pointers, not those of arrays of them. */
const POINTER = /\*[\s\w]*$/

/**
 * The pointers into the heap of the program's innermost frame and of the globals, by address: variables, and the members and
 * elements of structures and arrays. What a pointer points to is not followed: that is drawn inside the chunk.
 */
export function pointersOf({ program, extent }: Moment): readonly PointerTag[] {
  if (program === null) return []
  const names = new Map<Address, string[]>()
  const note = (variable: VariableView, name: string) => {
    const { target } = variable
    if (target >= extent.from && target < extent.to) names.set(target, [...(names.get(target) ?? []), name])
    if (!POINTER.test(variable.type) && names.size < MOST_TAGS)
      for (const part of variable.parts) note(part, partName(name, part.name))
  }
  // A library function has no variables that a person knows: its caller's are shown.
  const frame = program.stack.find(({ line }) => line > 0)
  for (const variable of frame?.variables ?? []) note(variable, variable.name)
  for (const variable of program.globals) note(variable, variable.name)
  return [...names]
    .slice(0, MOST_TAGS)
    .map(([target, all]) => ({ target, names: all }))
    .sort((a, b) => a.target - b.target)
}

function partName(whole: string, part: string): string {
  return part.startsWith('[') || part.startsWith('.') ? `${whole}${part}` : `${whole}.${part}`
}

/** What stands on a tag: `p`, `p, q`, `a, b, c +2`. */
export function tagText({ names }: PointerTag): string {
  const more = names.length - MOST_NAMES
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` +${more}` : '')
}

const TAG_HEIGHT = 14
const TAG_PAD = 4
const TIP = 4
const FONT_PX = 10.5
/** Room kept between two tags on a row. */
const APART = 3

/**
 * Draws a tag with the variable's name above each byte that is pointed at; where there is no room, the tip alone.
 * Returns where the tags stand.
 */
export function drawPointers(pen: Pen, layout: Layout, moment: Moment, palette: Palette): Box[] {
  const boxes: Box[] = []
  const right = layout.left + layout.width
  const taken = new Map<Row, number>()
  pen.font = `600 ${FONT_PX}px ${palette.mono}`
  for (const tag of pointersOf(moment)) {
    const row = rowOf(layout, tag.target)
    if (row === null) continue
    const tip = xOf(layout, row, tag.target)
    const words = tagText(tag)
    const width = pen.measureText(words).width + 2 * TAG_PAD
    // The tag stands over the byte, moved aside where the row ends or another tag is in the way.
    const from = Math.max(Math.min(tip - TAG_PAD - 2, right - width), taken.get(row) ?? layout.left - TAG_PAD)
    const fits = from <= tip && from + width <= right + TAG_PAD
    drawTip(pen, tip, row.y, palette)
    if (!fits) continue
    const box = { x: from, y: row.y - TAG_HEIGHT + 5, width, height: TAG_HEIGHT }
    drawTag(pen, box, words, palette)
    boxes.push(box)
    taken.set(row, from + width + APART)
  }
  return boxes
}

function drawTip(pen: Pen, x: number, y: number, palette: Palette): void {
  pen.fillStyle = palette.accent
  pen.beginPath()
  pen.moveTo(x, y + 5 + TIP)
  pen.lineTo(x - TIP, y + 4)
  pen.lineTo(x + TIP, y + 4)
  pen.fill()
}

function drawTag(pen: Pen, { x, y, width, height }: Box, words: string, palette: Palette): void {
  pen.fillStyle = palette.accent
  pen.beginPath()
  pen.roundRect(x, y, width, height, 4)
  pen.fill()
  pen.fillStyle = palette.panel
  pen.textAlign = 'left'
  pen.fillText(words, x + TAG_PAD, y + height / 2 + 0.5)
}
