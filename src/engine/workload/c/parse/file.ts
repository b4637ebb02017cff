import type { ExternalDeclaration } from '../ast.ts'
import { skipParentheses } from './attributes.ts'
import { readDeclaration, readStaticAssertion } from './declarations.ts'
import { failAtForeignScope, failAtMergeMarker, foreignHint } from './hints.ts'
import type { Parser } from './parser.ts'
import { skipDeclaration } from './recovery.ts'
import { STATEMENT_WORDS } from './words.ts'

/** Reads a file to its end; what has a syntax error outside of a function's body is left out. */
export function readUnit(p: Parser): ExternalDeclaration[] {
  const declarations: ExternalDeclaration[] = []
  while (!p.isEnd) {
    if (p.accept(';')) continue
    const start = p.position
    const declaration = p.attempt(() => readExternal(p))
    if (declaration !== null && declaration !== 'nothing') declarations.push(declaration)
    else if (declaration === null && !p.isAbandoned && !isRecovered(p, start)) skipDeclaration(p)
    p.leaveFunction()
  }
  return declarations
}

/** Whether the broken declaration was read to its end all the same. */
function isRecovered(p: Parser, start: number): boolean {
  return p.position > start && p.previous.text === '}' && p.isOnNewLine
}

function readExternal(p: Parser): ExternalDeclaration | 'nothing' {
  failAtMergeMarker(p)
  if (p.is('_Static_assert')) return readStaticAssertion(p)
  if (p.is('asm')) return skipAsm(p)
  if (p.is('}')) return skipBrace(p)
  if (p.is('{') || STATEMENT_WORDS.has(p.word())) p.failUnlessEcho(strayStatement(p))
  failAtForeignScope(p)
  if (p.isName() && p.word(1) === ':') p.failUnlessEcho('a label can only stand in a function')
  if (!p.isName() && !p.startsType() && !p.is('*') && !p.is('(')) p.failExpected('a declaration')
  const hint = p.isName() && !p.scopes.isKnown(p.word()) ? foreignHint(p.word()) : null
  if (hint !== null) p.fail(hint)
  return readDeclaration(p)
}

function skipAsm(p: Parser): 'nothing' {
  p.error('inline assembly is not supported')
  p.next()
  if (p.is('(')) skipParentheses(p)
  return 'nothing'
}

function skipBrace(p: Parser): 'nothing' {
  if (p.diagnostics.errors === 0) p.error('this `}` closes nothing')
  p.next()
  // The end of a typedef whose struct was broken.
  if (p.isName() && p.word(1) === ';') p.assumeType(p.next().text)
  return 'nothing'
}

/** A statement outside of functions stands behind a brace or a semicolon too many. */
function strayStatement(p: Parser): string {
  const what = p.is('{') ? 'a block' : `\`${p.token.text}\``
  const { text, place } = p.previous
  const isBehind = p.position > 0 && (text === '}' || (text === ';' && p.is('{')))
  const question = isBehind ? `: is the \`${text}\` of line ${place.line} before it too much?` : ''
  return `${what} can only stand in a function${question}`
}
