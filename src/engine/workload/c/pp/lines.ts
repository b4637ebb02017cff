/**
 * A text as the lexer reads it: without a byte order mark, with one kind of line end, continued lines joined.
 * Places are those of the text as written.
 */
export interface Lines {
  readonly text: string
  /** Where each written line begins in `text`. Joined lines begin in the middle of one of its lines. */
  readonly starts: readonly number[]
}

/** A backslash at the end of a line; gcc lets blanks stand between the two. */
const CONTINUED = /\\[ \t\v\f]*(?:\r\n|\n|\r)/y
const NEEDS_CLEANING = /\r|\\[ \t\v\f]*\n|^\uFEFF/

/** Joins continued lines (C99 5.1.1.2, phase 2) and notes where the written lines begin. */
export function joinLines(written: string): Lines {
  if (!NEEDS_CLEANING.test(written)) return { text: written, starts: lineStarts(written) }
  let from = written.charCodeAt(0) === 0xfeff ? 1 : 0
  // The mark is the first line's first column.
  const starts = [-from]
  let text = ''
  for (let at = from; at < written.length; ) {
    const code = written.charCodeAt(at)
    if (code === 10 || code === 13) {
      text += `${written.slice(from, at)}\n`
      at += code === 13 && written.charCodeAt(at + 1) === 10 ? 2 : 1
    } else if (code === 92) {
      CONTINUED.lastIndex = at
      const match = CONTINUED.exec(written)
      if (match === null) {
        at++
        continue
      }
      text += written.slice(from, at)
      at += match[0].length
    } else {
      at++
      continue
    }
    starts.push(text.length)
    from = at
  }
  return { text: text + written.slice(from), starts }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
