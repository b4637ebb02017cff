import { type Piece, piecesOf } from '../parts/Words.tsx'

/** A piece of a sentence and how it is set. */
export interface Part extends Piece {
  readonly bold: boolean
}

/**
 * Takes the sentence of a step apart: what follows the first colon (or else the last sentence of several, or all
 * of it) is the news and bold; addresses are set like code. Together the pieces are the sentence.
 */
export function partsOf(sentence: string): Part[] {
  const from = newsFrom(sentence)
  return [...split(sentence.slice(0, from), 0, false), ...split(sentence.slice(from), from, true)]
}

function newsFrom(sentence: string): number {
  const colon = sentence.indexOf(': ')
  if (colon >= 0) return colon + 2
  const stop = sentence.lastIndexOf('. ', sentence.length - 2)
  return stop >= 0 ? stop + 2 : 0
}

function split(text: string, start: number, bold: boolean): Part[] {
  return piecesOf(text).map((piece) => ({ ...piece, at: start + piece.at, bold }))
}
