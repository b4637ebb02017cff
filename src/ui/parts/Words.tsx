const ADDRESS = /(0x[0-9a-f]+)/

/** A piece of a text, and whether it is an address. */
export interface Piece {
  /** Where it begins in the text, from 0. */
  readonly at: number
  readonly text: string
  readonly mono: boolean
}

/** Takes a text apart at its addresses. Together the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  let at = 0
  const pieces: Piece[] = []
  for (const piece of text.split(ADDRESS)) {
    if (piece !== '') pieces.push({ at, text: piece, mono: ADDRESS.test(piece) })
    at += piece.length
  }
  return pieces
}

/** A text in which addresses are set like code. */
export function Words({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece) => (
    <span key={piece.at} className={piece.mono ? 'mono' : ''}>
      {piece.text}
    </span>
  ))
}
