import type { Mark } from '../../engine/allocators/index.ts'
import type { Moment } from '../../engine/session/index.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import { type Layout, rowOf, xOf } from './layout.ts'
import { type Box, plate, text } from './shapes.ts'

const FONT_PX = 10.5
/** Room between the tip of a mark and its name, and between a name and a tag that was in its way. */
const APART = 9
const NAME_HEIGHT = 12

/**
 * Draws the names of the allocator's own places, such as next fit's rover, below the bytes that they are at. `taken`:
 * tags that stand there already; a name goes behind them.
 */
export function drawMarks(
  pen: Pen,
  layout: Layout,
  moment: Moment,
  palette: Palette,
  taken: readonly Box[] = [],
): void {
  const font = `600 ${FONT_PX}px ${palette.sans}`
  for (const { address, name } of joined(moment.marks)) {
    const row = rowOf(layout, address)
    if (row === null) continue
    const tip = xOf(layout, row, address) + 4
    const y = row.y + row.height + 1
    pen.fillStyle = palette.accent
    pen.beginPath()
    pen.moveTo(tip, y - 1)
    pen.lineTo(tip + 5, y + 8)
    pen.lineTo(tip - 5, y + 8)
    pen.fill()
    pen.font = font
    const width = pen.measureText(name).width
    const x = freeFrom(tip + APART, y + 5 - NAME_HEIGHT / 2, width, taken)
    plate(pen, x + width / 2, y + 5, width - 6, palette)
    text(pen, name, x, y + 5, { font, fill: palette.accent, align: 'left' })
  }
}

/** Marks at the same address are one, with all their names. */
function joined(marks: readonly Mark[]): Mark[] {
  const names = new Map<number, string[]>()
  for (const { address, name } of marks) names.set(address, [...(names.get(address) ?? []), name])
  return [...names].map(([address, all]) => ({ address, name: all.join(', ') }))
}

/** The first place from `x` on where a name of this width is in no tag's way. */
function freeFrom(x: number, y: number, width: number, taken: readonly Box[]): number {
  const inTheWay = (box: Box, at: number) =>
    box.y < y + NAME_HEIGHT && box.y + box.height > y && box.x < at + width && box.x + box.width > at
  let at = x
  for (const box of [...taken].sort((a, b) => a.x - b.x)) {
    if (inTheWay(box, at)) at = box.x + box.width + APART / 2
  }
  return at
}
