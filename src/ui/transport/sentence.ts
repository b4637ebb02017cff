/** A piece of a sentence and how it is set. */
export interface Part {
  readonly text: string
  readonly bold: boolean
  readonly mono: boolean
}

const ADDRESS = /(0x[0-9a-f]+)/

/**
 * Takes the sentence of a step apart: what follows the first colon (or else the last sentence of several, or all
 * of it) is the news and bold; addresses are set like code. Together the pieces are the sentence.
 */
export function partsOf(sentence: string): Part[] {
  const from = newsFrom(sentence)
  return [...split(sentence.slice(0, from), false), ...split(sentence.slice(from), true)]
}

function newsFrom(sentence: string): number {
  const colon = sentence.indexOf(': ')
  if (colon >= 0) return colon + 2
  const stop = sentence.lastIndexOf('. ', sentence.length - 2)
  return stop >= 0 ? stop + 2 : 0
}

function split(text: string, bold: boolean): Part[] {
  return text
    .split(ADDRESS)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, bold, mono: ADDRESS.test(piece) }))
}
