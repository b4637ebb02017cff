import type { SourceDiagnostic } from '../../../engine/session/index.ts'
import { movedLine } from '../../../state/index.ts'

/** What is wrong at a place of a text; line and column from 1. */
export interface Mark {
  readonly line: number
  readonly column: number
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/**
 * The compiler's words about a file, at their lines in the text as it is now. `before` is the text that was compiled;
 * what was said of a line that is gone is left out.
 */
export function marksOf(
  diagnostics: readonly SourceDiagnostic[],
  file: string,
  before: string,
  now: string,
): Mark[] {
  return diagnostics.flatMap((each) => {
    if (each.file !== file) return []
    const line = movedLine(before, now, each.line)
    return line === 0 ? [] : [{ ...each, line }]
  })
}

/**
 * The columns of a line (from 0, the end excluded) to underline for a place in it: the word or the sign there; behind
 * the end of the line its last word; in a line of blanks all of it.
 */
export function stretchAt(text: string, column: number): readonly [from: number, to: number] {
  const end = text.trimEnd().length
  if (end === 0) return [0, text.length]
  const pieces = Array.from(text.slice(0, end).matchAll(/\w+|\s+|[^\w\s]/g))
  const at = Math.max(0, column - 1)
  const piece = pieces.find(({ 0: word, index }) => at < index + word.length) ?? pieces.at(-1)!
  return [piece.index, piece.index + piece[0].length]
}
