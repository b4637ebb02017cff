import type { Predict, Question } from '../../state/index.ts'
import type { Palette, Pen } from '../canvas/pen.ts'
import type { Layout } from './layout.ts'
import { plate, text } from './shapes.ts'

/** An outline on the map that belongs to a question. */
export interface GuessMark {
  readonly from: number
  readonly to: number
  readonly label: string
  readonly tone: 'subject' | 'pointed' | 'right' | 'wrong'
}

/** What a question marks on the map: what it is about, and the place that is pointed at; then the true place, and the wrong one. */
export function guessMarks({
  question,
  at,
  told,
}: Predict & { readonly question: Question }): readonly GuessMark[] {
  const { subject, outcome, choices, kind } = question
  const marks: GuessMark[] = []
  const chosen = choices[told === null ? at : told.choice]
  const place = chosen?.place ?? null
  if (told === null) {
    if (subject !== null)
      marks.push({ ...subject, tone: 'subject', label: kind === 'place' ? 'resized' : 'freed' })
    if (place !== null) marks.push({ ...place, tone: 'pointed', label: 'here?' })
    return marks
  }
  if (place !== null && told.verdict === 'wrong')
    marks.push({ ...place, tone: 'wrong', label: 'your answer' })
  if (outcome !== null)
    marks.push({ ...outcome, tone: 'right', label: kind === 'place' ? 'it lands here' : 'one free chunk' })
  return marks
}

/** Outlines the marks over the map, and names each at its beginning. */
export function drawGuess(pen: Pen, layout: Layout, marks: readonly GuessMark[], palette: Palette): void {
  for (const mark of marks) drawMark(pen, layout, mark, palette)
}

function drawMark(pen: Pen, layout: Layout, mark: GuessMark, palette: Palette): void {
  pen.save()
  const colour = colourOf(mark, palette)
  pen.lineWidth = 3
  if (mark.tone !== 'right') pen.setLineDash([7, 4])
  let named = false
  for (const row of layout.rows) {
    if (row.kind !== 'bytes') continue
    const from = Math.max(mark.from, row.address)
    const to = Math.min(mark.to, row.address + layout.bytesPerRow)
    if (to <= from) continue
    const x = layout.left + (from - row.address) * layout.pixelsPerByte
    const width = Math.max(3, (to - from) * layout.pixelsPerByte)
    pen.strokeStyle = colour
    pen.beginPath()
    pen.roundRect(x, row.y - 1, width, row.height + 2, 5)
    pen.stroke()
    if (!named) drawName(pen, layout, mark.label, { x, y: row.y + row.height + 2 }, colour, palette)
    named = true
  }
  pen.restore()
}

function drawName(
  pen: Pen,
  layout: Layout,
  words: string,
  at: { readonly x: number; readonly y: number },
  fill: string,
  palette: Palette,
): void {
  const font = `600 11px ${palette.sans}`
  pen.font = font
  pen.textBaseline = 'middle'
  const width = pen.measureText(words).width
  const x = Math.min(at.x + 8, layout.left + layout.width - width)
  plate(pen, x + width / 2, at.y, width - 4, palette)
  text(pen, words, x, at.y, { font, fill, align: 'left' })
}

function colourOf({ tone }: GuessMark, palette: Palette): string {
  if (tone === 'right') return palette.chosenInk
  return tone === 'wrong' ? palette.bad : palette.accent
}
