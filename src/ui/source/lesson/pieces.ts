import type { MomentLink, Opening } from '../../../state/index.ts'

/** A piece of a lesson's text: as it stands, code, a way to a moment, or a place that can be lit. */
export interface Piece {
  readonly kind: 'text' | 'code' | 'moment' | 'place'
  readonly text: string
  /** Where it begins in the whole text. */
  readonly at: number
  /** Of a moment. */
  readonly open?: Opening
}

/** Code in backticks, or a place: `+256`, `brk+32`, `+1,024`. What follows must not make it another number or word. */
const MARKED = /`([^`\n]+)`|(?<![\w+)\]])(?:brk)?\+\d+(?:,\d{3})*(?![\w,]*\w)/g

/** Cuts a lesson's text into pieces. The links are looked for in their order; one that is not there is left out. */
export function piecesOf(text: string, moments: readonly MomentLink[]): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const moment of moments) {
    const at = text.indexOf(moment.text, from)
    if (at < 0) continue
    pieces.push(...marked(text, from, at))
    pieces.push({ kind: 'moment', text: moment.text, at, open: moment.open })
    from = at + moment.text.length
  }
  return [...pieces, ...marked(text, from, text.length)]
}

function marked(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  const plain = (until: number) => {
    if (until > from) pieces.push({ kind: 'text', text: text.slice(from, until), at: from })
  }
  for (const match of text.slice(0, to).matchAll(MARKED)) {
    if (match.index < from) continue
    plain(match.index)
    const [whole, code] = match
    pieces.push({ kind: code === undefined ? 'place' : 'code', text: code ?? whole, at: match.index })
    from = match.index + whole.length
  }
  plain(to)
  return pieces
}
