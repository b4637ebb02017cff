import type { CodeSpan } from '../../engine/session/index.ts'
import type { Diagnostic, SourceFile } from '../../engine/workload/c/source.ts'

/** A word of the compiler, with the line it is about and a mark below the place, as compilers print it. */
export function diagnosticText(
  { severity, place, message }: Diagnostic,
  files: readonly SourceFile[],
): string {
  const { file, line, column } = place
  const head = `${file === '' ? 'heap-lab' : `${file}:${line}:${column}`}: ${severity}: ${message}\n`
  const text = files.find(({ name }) => name === file)?.text.split(/\r?\n/)[line - 1]
  if (text === undefined) return head
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ')
  return `${head}${String(line).padStart(5)} | ${text}\n${' '.repeat(5)} | ${indent}^\n`
}

/** A statement that runs: its place, indented by the depth of its call. */
export function traceLine({ file, line }: CodeSpan, text: string, depth: number): string {
  return `${file}:${line}: ${'  '.repeat(Math.max(0, depth - 1))}${text}\n`
}
