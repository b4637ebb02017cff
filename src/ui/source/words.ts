/** A piece of a line and how it is coloured. */
export interface Word {
  /** Where it begins in the line, from 0. */
  readonly at: number
  readonly text: string
  readonly kind: 'verb' | 'number' | 'comment' | 'plain'
}

/** Takes a line of a trace apart for colouring; together the pieces are the line. */
export function wordsOf(line: string): Word[] {
  const comment = line.search(/#|\/\//)
  const code = comment < 0 ? line : line.slice(0, comment)
  const words = Array.from(
    code.matchAll(/\s+|\S+/g),
    ({ 0: text, index }): Word => ({ text, at: index, kind: wordKind(text) }),
  )
  if (comment >= 0) words.push({ text: line.slice(comment), at: comment, kind: 'comment' })
  return words
}

export function wordKind(word: string): Word['kind'] {
  if (/^[a-zA-Z]$/.test(word)) return 'verb'
  return /^[+-]?\d/.test(word) ? 'number' : 'plain'
}
