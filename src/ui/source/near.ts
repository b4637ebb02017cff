import type { ProgramView } from '../../engine/session/index.ts'

/** A place in a program's text. The line counts from 1; 0 is nowhere. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** The place a person follows: the statement, or, while the library is at work, the call that led there. */
export function placeOf({ at, stack }: ProgramView): Place {
  if (at.line > 0) return { file: at.file, line: at.line }
  return stack.find(({ line }) => line > 0) ?? { file: at.file, line: 0 }
}

/** `count` lines of a text around one, as numbers from 1: fewer only if the text has fewer. */
export function linesAround(line: number, total: number, count: number): number[] {
  const shown = Math.min(count, total)
  const first = Math.max(1, Math.min(line - Math.floor(count / 2), total - shown + 1))
  return Array.from({ length: shown }, (_, i) => first + i)
}

/** The columns of white space that all lines which are not empty begin with. */
export function commonIndent(texts: readonly string[]): number {
  const indents = texts.filter((text) => text.trim() !== '').map((text) => text.search(/\S/))
  return indents.length === 0 ? 0 : Math.min(...indents)
}
