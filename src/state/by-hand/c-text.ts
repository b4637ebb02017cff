import type { MainEnd } from '../../engine/workload/c/main-end.ts'
import type { ProgramFile } from '../store.ts'
import type { Statement } from './statements.ts'

/**
 * The files with a statement put where `main` ends: a line of its own in front of the last `return` or of the closing
 * brace. The header that declares what it calls is included where that is missing.
 */
export function withStatement(
  files: readonly ProgramFile[],
  end: MainEnd,
  { text: statement, needs }: Statement,
): ProgramFile[] {
  return files.map((file) => {
    if (file.name !== end.file) return file
    const written = insertedLine(file.text, end, statement)
    const missing = needs !== null && !end.names.includes(needs.name)
    return { name: file.name, text: missing ? withInclude(written, needs.header) : written }
  })
}

function insertedLine(text: string, { line, column, lastLine }: MainEnd, statement: string): string {
  const lines = text.split('\n')
  const newline = lineEnd(text)
  const here = lines[line - 1] ?? ''
  const before = here.slice(0, column - 1)
  const rest = here.slice(column - 1)
  const at = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
  const isReturn = rest.startsWith('return')
  if (before.trim() === '') {
    const indent = isReturn ? before : inner(lines, lastLine, before)
    return `${text.slice(0, at)}${indent}${statement}${newline}${text.slice(at)}`
  }
  // Something else stands before it on the line: the line is broken up.
  const outer = blanks(here)
  const own = `${outer}  `
  const back = isReturn ? own : outer
  const head = text.slice(0, at) + before.trimEnd()
  return `${head}${newline}${own}${statement}${newline}${back}${text.slice(at + column - 1)}`
}

/** How far the statements of a block are indented whose closing brace stands behind `brace` blanks. */
function inner(lines: readonly string[], lastLine: number, brace: string): string {
  const last = blanks(lines[lastLine - 1] ?? '')
  return lastLine > 0 && last.length > brace.length ? last : `${brace}  `
}

function blanks(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** Behind the last #include that stands by itself at the head of the file, else at its very beginning. */
function withInclude(text: string, header: string): string {
  const lines = text.split('\n')
  const newline = lineEnd(text)
  const behind = lastInclude(lines)
  const at = lines.slice(0, behind).reduce((sum, { length }) => sum + length + 1, 0)
  return `${text.slice(0, at)}#include <${header}>${newline}${text.slice(at)}`
}

/** The number of the last line with an #include that no #if and no comment surrounds, before any code; 0 for none. */
function lastInclude(lines: readonly string[]): number {
  let found = 0
  let depth = 0
  let inComment = false
  for (const [i, line] of lines.entries()) {
    const [, directive] = /^\s*#\s*(\w+)/.exec(line) ?? []
    if (!inComment && directive !== undefined) {
      if (directive.startsWith('if')) depth++
      else if (directive === 'endif') depth--
      else if (directive === 'include' && depth === 0) found = i + 1
    } else if (!inComment && /^\s*[A-Za-z_{]/.test(line)) break
    inComment = endsInComment(line, inComment)
  }
  return found
}

function endsInComment(line: string, inComment: boolean): boolean {
  const open = line.lastIndexOf('/*')
  const close = line.lastIndexOf('*/')
  return inComment ? close < 0 || open > close : open > close && !/\/\/.*\/\*/.test(line)
}
