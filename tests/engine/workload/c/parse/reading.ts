import type { TranslationUnit } from '../../../../../src/engine/workload/c/ast.ts'
import { parse } from '../../../../../src/engine/workload/c/parse/index.ts'
import { CompileStop, Diagnostics } from '../../../../../src/engine/workload/c/source.ts'
import { showItem } from '../../../../support/c-tree.ts'
import { lex } from './lexer.ts'

/** The tree of a text, and what the parser says about it: `line:column: message`. */
export function read(source: string): { unit: TranslationUnit | null; messages: string[] } {
  const diagnostics = new Diagnostics()
  let unit: TranslationUnit | null = null
  try {
    unit = parse(lex(source), 'main.c', diagnostics)
  } catch (stop) {
    if (!(stop instanceof CompileStop)) throw stop
  }
  const messages = diagnostics.list.map(
    ({ severity, place, message }) =>
      `${place.line}:${place.column}: ${severity === 'warning' ? 'warning: ' : ''}${message}`,
  )
  return { unit, messages }
}

/** Declarations of a faultless text, shown. */
export function shown(source: string): string {
  const { unit, messages } = read(source)
  return messages.length > 0 || unit === null
    ? messages.join('\n')
    : unit.declarations.map(showItem).join('\n')
}

/** Statements of a function's body, shown. */
export function body(source: string, before = ''): string {
  const text = shown(`${before} void f(void) {${source}}`).split('\n').at(-1)!
  return text.replace(/^.*?\(define f: \(void\)void \{(.*)\}\)$/s, '$1')
}

/** What the parser says about a text. */
export function messages(source: string): string[] {
  return read(source).messages
}
