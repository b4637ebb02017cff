import type { LineInfo } from '../../workload/c/image.ts'
import type { SourcePlace } from '../findings.ts'
import type { ProgramSource } from '../scenario.ts'
import type { CodeSpan } from '../views.ts'

/** The statements of a program as its author wrote them. A statement is an index into the program's lines. */
export class Statements {
  private readonly files: ReadonlyMap<string, readonly string[]>

  constructor(
    source: ProgramSource,
    private readonly lines: readonly LineInfo[],
  ) {
    this.files = new Map(source.files.map(({ name, text }) => [name, text.split(/\r?\n/)]))
  }

  /** Where it stands; an empty file name for -1. */
  span(statement: number): CodeSpan {
    return this.lines[statement] ?? NO_SPAN
  }

  place(statement: number): SourcePlace | undefined {
    const line = this.lines[statement]
    return line === undefined ? undefined : { file: line.file, line: line.line, column: line.column }
  }

  /** `line 8`, or `line 8 of list.c` where the program has several files. */
  where(statement: number): string {
    const line = this.lines[statement]
    if (line === undefined) return 'the library'
    return this.files.size > 1 ? `line ${line.line} of ${line.file}` : `line ${line.line}`
  }

  /** Its text on one line, without comments behind it; at most 200 characters. */
  text(statement: number): string {
    const info = this.lines[statement]
    const lines = info === undefined ? undefined : this.files.get(info.file)
    if (info === undefined || lines === undefined) return ''
    const { line, column, endLine, endColumn } = info
    if (endLine === line) return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1).trim()
    const first = (lines[line - 1] ?? '').slice(column - 1)
    const middle = lines.slice(line, endLine - 1)
    const last = (lines[endLine - 1] ?? '').slice(0, endColumn - 1)
    const joined = [first, ...middle, last].join(' ').replace(/\s+/g, ' ').trim()
    return joined.length > 200 ? `${joined.slice(0, 199)}…` : joined
  }

  /** The whole line on which it begins. */
  line(statement: number): string {
    const info = this.lines[statement]
    return info === undefined ? '' : (this.files.get(info.file)?.[info.line - 1] ?? '').trim()
  }

  /** What the statement assigns the result of its call to, `list->next` in `list->next = malloc(24)`; '' if nothing. */
  target(statement: number): string {
    const found = /^[\w\s*]*?([A-Za-z_][\w.]*(?:\s*(?:\[[^\]]*\]|->\s*\w+|\.\w+))*)\s*=(?!=)/.exec(
      this.text(statement),
    )
    return found?.[1]?.replace(/\s+/g, '') ?? ''
  }
}

const NO_SPAN: CodeSpan = { file: '', line: 0, column: 0, endLine: 0, endColumn: 0 }
