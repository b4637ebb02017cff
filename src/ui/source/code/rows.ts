import type { CodeSpan, ProgramView, SourceDiagnostic } from '../../../engine/session/index.ts'

/** A row of the source panel: a line of the file (from 1), or a part of a message below it. */
export type CodeRow =
  | { readonly kind: 'line'; readonly line: number }
  /** `height` rows belong to the message; only its first one says it. */
  | { readonly kind: 'message'; readonly diagnostic: SourceDiagnostic; readonly height: number }
  | { readonly kind: 'more' }

/** About so many characters of a message fit on a row of the panel. */
const ROW_CHARACTERS = 44

/** The lines of a file with the compiler's messages below the lines that they are about. */
export function rowsOf(lines: number, diagnostics: readonly SourceDiagnostic[]): CodeRow[] {
  const byLine = new Map<number, SourceDiagnostic[]>()
  for (const diagnostic of diagnostics) {
    const line = Math.max(1, Math.min(lines, diagnostic.line))
    byLine.set(line, [...(byLine.get(line) ?? []), diagnostic])
  }
  const rows: CodeRow[] = []
  for (let line = 1; line <= lines; line++) {
    rows.push({ kind: 'line', line })
    for (const diagnostic of byLine.get(line) ?? []) {
      const height = Math.max(1, Math.ceil(diagnostic.message.length / ROW_CHARACTERS))
      rows.push({ kind: 'message', diagnostic, height })
      for (let i = 1; i < height; i++) rows.push({ kind: 'more' })
    }
  }
  return rows
}

/** Columns of a line (from 0, the end excluded) that a span covers; equal ones if none. */
export function columnsOn(span: CodeSpan, line: number, text: string): readonly [from: number, to: number] {
  if (line < span.line || line > span.endLine) return [0, 0]
  const indent = text.length - text.trimStart().length
  const from = line === span.line ? span.column - 1 : indent
  return [from, line === span.endLine ? span.endColumn - 1 : text.length]
}

/** What a line of a file is to the moment: where the run is, where a caller waits, or nothing. */
export function roleOf(program: ProgramView | null, file: string, line: number): 'now' | 'caller' | '' {
  if (program === null) return ''
  const { at, stack } = program
  if (at.file === file && line >= at.line && line <= at.endLine) return 'now'
  // The innermost frame, too, waits: for a call that has just given its answer.
  return stack.some((frame) => frame.file === file && frame.line === line) ? 'caller' : ''
}
