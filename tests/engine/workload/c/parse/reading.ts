import type { TranslationUnit } from '../../../../../src/engine/workload/c/ast.ts'
import { parse } from '../../../../../src/engine/workload/c/parse/index.ts'
import { preprocess } from '../../../../../src/engine/workload/c/pp/index.ts'
import { CompileStop, Diagnostics } from '../../../../../src/engine/workload/c/source.ts'
import type { Tokens } from '../../../../../src/engine/workload/c/token.ts'
import { showItem } from '../../../../support/c-tree.ts'

/** What came of a text: its tree, if the parser got to the end, and what was said about it. */
export interface Reading {
  readonly unit: TranslationUnit | null
  /** `line:column: message`, a warning marked as one. */
  readonly messages: readonly string[]
}

/** The tokens of a text that includes nothing. */
export function tokensOf(text: string, diagnostics = new Diagnostics()): Tokens {
  const options = { files: [], headers: () => null, model: 'lp64', defines: [] } as const
  return preprocess({ name: 'main.c', text }, options, diagnostics)
}

/** Preprocesses and parses a text. */
export function read(source: string): Reading {
  const diagnostics = new Diagnostics()
  return reading(diagnostics, () => parse(tokensOf(source, diagnostics), 'main.c', diagnostics))
}

/** Parses tokens. */
export function readTokens(tokens: Tokens): Reading {
  const diagnostics = new Diagnostics()
  return reading(diagnostics, () => parse(tokens, 'main.c', diagnostics))
}

function reading(diagnostics: Diagnostics, run: () => TranslationUnit): Reading {
  let unit: TranslationUnit | null = null
  try {
    unit = run()
  } catch (stop) {
    if (!(stop instanceof CompileStop)) throw stop
  }
  const messages = diagnostics.list.map(
    ({ severity, place, message }) =>
      `${place.line}:${place.column}: ${severity === 'warning' ? 'warning: ' : ''}${message}`,
  )
  return { unit, messages }
}

/** Declarations of a faultless text, shown; of another, what was said about it. */
export function shown(source: string): string {
  const { unit, messages } = read(source)
  return messages.length > 0 || unit === null
    ? messages.join('\n')
    : unit.declarations.map(showItem).join('\n')
}

/** Statements of a function's body, shown; `before` stands before the function. */
export function body(source: string, before = ''): string {
  return shown(`${before} void f(void) {${source}}`).replace(
    /^.*?\(define f: \(void\)void \{(.*)\}\)$/s,
    '$1',
  )
}

/** What is said about a text. */
export function messages(source: string): readonly string[] {
  return read(source).messages
}
