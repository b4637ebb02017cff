import type { Declaration, Expression, Statement } from '../ast.ts'
import type { Place } from '../source.ts'
import { skipAttributes, skipParentheses } from './attributes.ts'
import { SyntaxStop } from './cursor.ts'
import { readDeclaration, startsDeclaration } from './declarations.ts'
import {
  complainOfKeyword,
  endedIf,
  failAtCommas,
  failAtForeignScope,
  foreignHint,
  isForeignValue,
  startsValue,
} from './hints.ts'
import { readLabelled, startsLabel } from './labels.ts'
import type { Parser } from './parser.ts'
import { failAtStrayClosing, goOnWithoutSemicolon, skipHead } from './recovery.ts'

/** Most `else if` in a row: each is a level of the tree. */
const LONGEST_CHAIN = 1000

/** Reads a statement, with the labels before it. */
export function readStatement(p: Parser): Statement {
  skipAttributes(p)
  return startsLabel(p) ? readLabelled(p, readStatement) : p.nested(() => readUnlabelled(p))
}

function readUnlabelled(p: Parser): Statement {
  const { place } = p
  switch (p.word()) {
    case '{':
      return p.rules.block(p)
    case ';':
      p.next()
      return { kind: 'empty', ...p.span(place) }
    case 'if':
      return readIf(p)
    case 'while':
    case 'switch':
      return readWhileOrSwitch(p)
    case 'do':
      return readDo(p)
    case 'for':
      return readFor(p)
    case 'return':
      return readReturn(p)
    case 'goto':
      return readGoto(p)
    case 'break':
    case 'continue': {
      const kind = p.next().text === 'break' ? 'break' : 'continue'
      endStatement(p, `\`${kind}\``)
      return { kind, ...p.span(place) }
    }
    case 'else':
      return skipElse(p)
    case 'asm':
      return skipAsm(p)
    default:
      return readExpressionStatement(p)
  }
}

function readExpressionStatement(p: Parser): Statement {
  const { place } = p
  failAtForeignScope(p)
  const first = p.isName() ? p.word() : null
  if (first !== null && p.is('elif')) p.hasBrokenHead = true
  const value = p.rules.expression(p)
  if (!p.is(';') && first !== null) complainOfKeyword(p, first, place)
  if (value.kind === 'name' && !p.isOnNewLine && startsValue(p))
    p.fail(`expected \`(\` behind \`${value.name}\`, found ${p.found}: a call needs parentheses`, p.gap)
  endStatement(p, 'the expression')
  return { kind: 'expression-statement', value, ...p.span(place) }
}

/** Reads the `;` that ends a statement; `what` is what it stands behind. */
function endStatement(p: Parser, what: string): void {
  if (p.accept(';')) return
  failAtStrayClosing(p)
  p.error(`expected \`;\` behind ${what}, found ${p.found}`, p.gap)
  goOnWithoutSemicolon(p)
}

// --- Heads ----------------------------------------------------------------------------------

/** Reads `(condition)`. A broken one is skipped, so that errors in the body are found; a zero stands for it. */
function readCondition(p: Parser, word: string): Expression {
  return (
    readHead(p, word, (opening) => {
      const value = p.rules.expression(p)
      p.expectClosing(')', opening)
      return value
    }) ?? zero(p)
  )
}

function readHead<T>(p: Parser, word: string, read: (opening: Parser['token']) => T): T | null {
  const opening = p.token
  p.expect('(', `behind \`${word}\``)
  const head = p.attempt(() => p.nested(() => read(opening)))
  if (head !== null) return head
  skipHead(p, word === 'for')
  p.hasBrokenHead = true
  return null
}

function zero(p: Parser): Expression {
  return { kind: 'number', text: '0', ...p.span(p.previous.place) }
}

/** Reads the statement that `word` governs. */
function readBody(p: Parser, word: string): Statement {
  if ((p.is('}') || p.isEnd) && p.hasBrokenHead) throw new SyntaxStop()
  if (p.is('}') || p.isEnd) p.failExpected(`a statement behind \`${word}\``)
  warnOfEmptyBody(p, word)
  const hint = p.isName() && !p.scopes.isKnown(p.word()) ? foreignHint(p.word()) : null
  if (hint !== null && !isForeignValue(p.word())) p.fail(hint)
  if (!startsDeclaration(p)) return readStatement(p)
  const { place } = p
  p.error(`a declaration cannot be the body of \`${word}\` by itself: put it in braces`)
  readDeclaration(p)
  return { kind: 'empty', ...p.span(place) }
}

/** `for (…); { … }`: the block runs once, whatever the head says. */
function warnOfEmptyBody(p: Parser, word: string): void {
  if (word === 'else' || word === 'do' || !p.is(';') || p.word(1) !== '{') return
  p.diagnostics.warn(
    p.place,
    `this \`;\` is all that the \`${word}\` governs: the block behind it is not part of it`,
  )
}

/** Reads an `if` with all the `else if` behind it in one loop: only the tree is nested, not the reading. */
function readIf(p: Parser): Statement {
  const arms: { place: Place; condition: Expression; then: Statement }[] = []
  let otherwise: Statement | null = null
  do {
    const { place } = p.next()
    if (arms.length >= LONGEST_CHAIN)
      p.diagnostics.fatal(place, `more than ${LONGEST_CHAIN} \`else if\` in a row`)
    const condition = readCondition(p, 'if')
    const then = readBody(p, 'if')
    arms.push({ place, condition, then })
    p.lastIf = { place, then, block: p.openBlocks.at(-1) }
    if (!p.accept('else')) break
    if (!p.is('if')) otherwise = readBody(p, 'else')
  } while (otherwise === null)
  for (const arm of arms.reverse()) otherwise = { kind: 'if', ...arm, otherwise, ...p.span(arm.place) }
  return otherwise!
}

function readWhileOrSwitch(p: Parser): Statement {
  const { place, text: word } = p.next()
  const condition = readCondition(p, word)
  const body = readBody(p, word)
  return word === 'while'
    ? { kind: 'while', condition, body, ...p.span(place) }
    : { kind: 'switch', value: condition, body, ...p.span(place) }
}

function readDo(p: Parser): Statement {
  const { place } = p.next()
  const body = readBody(p, 'do')
  p.expect('while', 'behind the body of `do`')
  const condition = readCondition(p, 'while')
  endStatement(p, '`do … while (…)`')
  return { kind: 'do', condition, body, ...p.span(place) }
}

interface ForHead {
  readonly init: Declaration | Expression | null
  readonly condition: Expression | null
  readonly step: Expression | null
}

const EMPTY_HEAD: ForHead = { init: null, condition: null, step: null }

function readFor(p: Parser): Statement {
  const { place } = p.next()
  p.scopes.open()
  const head = readHead(p, 'for', (opening) => readForHead(p, opening)) ?? EMPTY_HEAD
  const body = readBody(p, 'for')
  p.scopes.close()
  return { kind: 'for', ...head, body, ...p.span(place) }
}

function readForHead(p: Parser, opening: Parser['token']): ForHead {
  failAtCommas(p)
  const init = readForInit(p)
  const condition = p.is(';') ? null : p.rules.expression(p)
  p.expect(';', 'behind the condition of `for`')
  const step = p.is(')') ? null : p.rules.expression(p)
  p.expectClosing(')', opening)
  return { init, condition, step }
}

function readForInit(p: Parser): Declaration | Expression | null {
  if (p.accept(';')) return null
  if (startsDeclaration(p)) {
    const { place } = p
    const init = readDeclaration(p)
    if (init.kind === 'declaration') return init
    return p.fail('a function cannot be defined in the head of `for`', place)
  }
  const init = p.rules.expression(p)
  p.expect(';', 'behind the first part of `for`')
  return init
}

// --- Jumps, and what is skipped -------------------------------------------------------------

function readReturn(p: Parser): Statement {
  const { place } = p.next()
  const value = p.is(';') || p.is('}') ? null : p.rules.expression(p)
  endStatement(p, value === null ? '`return`' : 'the value of `return`')
  return { kind: 'return', value, ...p.span(place) }
}

function readGoto(p: Parser): Statement {
  const { place } = p.next()
  if (p.is('*')) p.fail('a `goto` to a computed address is not supported')
  if (!p.isName()) p.failExpected('the name of a label behind `goto`')
  const label = p.next().text
  endStatement(p, 'the label')
  return { kind: 'goto', label, ...p.span(place) }
}

/** An `else` with no `if` before it: its statement is read and forgotten. */
function skipElse(p: Parser): Statement {
  const { place } = p
  if (!p.hasBrokenHead) p.error(`this \`else\` has no \`if\` before it${endedIf(p)}`)
  p.next()
  readBody(p, 'else')
  return { kind: 'empty', ...p.span(place) }
}

function skipAsm(p: Parser): Statement {
  const { place } = p
  p.error('inline assembly is not supported')
  p.next()
  while (!p.is('(') && !p.is(';') && !p.isEnd && !p.is('}')) p.next()
  if (!p.is('(')) throw new SyntaxStop()
  skipParentheses(p)
  endStatement(p, 'the assembly')
  return { kind: 'empty', ...p.span(place) }
}
