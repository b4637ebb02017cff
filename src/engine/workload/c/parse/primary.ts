import type { Expression } from '../ast.ts'
import type { Place } from '../source.ts'
import { readBuiltin } from './builtins.ts'
import { failAtOperatorWord, failAtSlippedOperator, foreignHint, isForeignValue } from './hints.ts'
import type { Parser } from './parser.ts'
import { readStrings } from './strings.ts'
import { STATEMENT_WORDS } from './words.ts'

/** Reads a primary expression with what stands behind it: `f(x)[1].m->n++`. */
export function readPostfix(p: Parser): Expression {
  const { place } = p
  return readSuffixes(p, readPrimary(p), place)
}

/** Reads subscripts, calls, members and steps behind `base`, which begins at `place`. */
export function readSuffixes(p: Parser, base: Expression, place: Place): Expression {
  for (;;) {
    const next = readSuffix(p, base, place)
    if (next === null) return base
    base = next
  }
}

function readSuffix(p: Parser, base: Expression, place: Place): Expression | null {
  switch (p.word()) {
    case '[': {
      const opening = p.next()
      const index = p.nested(() => p.rules.expression(p))
      p.expectClosing(']', opening)
      return { kind: 'index', base, index, ...p.span(place) }
    }
    case '(':
      return { kind: 'call', callee: base, arguments: readArguments(p), ...p.span(place) }
    case '.':
    case '->': {
      const isArrow = p.next().text === '->'
      if (!p.isName()) p.failExpected(`the name of a member behind \`${p.previous.text}\``)
      const { text: name, place: namePlace } = p.next()
      return { kind: 'member', base, name, isArrow, namePlace, ...p.span(place) }
    }
    case '++':
    case '--':
      return {
        kind: 'step',
        delta: p.next().text === '++' ? 1 : -1,
        isPrefix: false,
        operand: base,
        ...p.span(place),
      }
    default:
      return null
  }
}

function readArguments(p: Parser): Expression[] {
  const opening = p.next()
  if (p.accept(')')) return []
  const list = p.nested(() => readArgumentList(p))
  p.expectClosing(')', opening)
  return list
}

function readArgumentList(p: Parser): Expression[] {
  const list: Expression[] = []
  for (;;) {
    list.push(p.rules.assignment(p))
    if (p.accept(',')) continue
    if (!startsOperand(p)) return list
    failAtOperatorWord(p)
    failBehindQuote(p)
    p.error(`expected \`,\` between the arguments, found ${p.found}`, p.gap)
  }
}

/** Fails behind a string that ends too early: `"say "hi""`. */
function failBehindQuote(p: Parser): void {
  const { kind, endColumn } = p.previous
  if (kind !== 'string' || !p.isName() || p.isOnNewLine || p.place.column !== endColumn) return
  p.fail(`the string ends before \`${p.word()}\`: a \`"\` within a string is written \`\\"\``)
}

/** Whether a constant or a name stands here that can only begin the next argument. */
function startsOperand(p: Parser): boolean {
  const { kind } = p.token
  return kind === 'number' || kind === 'string' || kind === 'char' || (p.isName() && !p.isOnNewLine)
}

function readPrimary(p: Parser): Expression {
  const { token } = p
  if (token.kind === 'number') {
    p.next()
    return { kind: 'number', text: token.text, ...p.span(token.place) }
  }
  if (token.kind === 'char') {
    p.next()
    const bytes = token.bytes ?? new Uint8Array(1)
    return { kind: 'char', bytes, isWide: token.wide === true, ...p.span(token.place) }
  }
  if (token.kind === 'string') return readString(p)
  if (p.is('(')) return readParenthesised(p)
  return readBuiltin(p) ?? readName(p)
}

function readString(p: Parser): Expression {
  const { place } = p
  return { kind: 'string', ...readStrings(p), ...p.span(place) }
}

function readParenthesised(p: Parser): Expression {
  const opening = p.next()
  return p.nested(() => {
    if (p.is('{')) {
      const body = p.rules.block(p)
      p.expectClosing(')', opening)
      return { kind: 'statement-expression', body, ...p.span(opening.place) }
    }
    const inner = p.rules.expression(p)
    p.expectClosing(')', opening)
    return inner.kind === 'assign' || inner.kind === 'binary' ? { ...inner, isParenthesised: true } : inner
  })
}

function readName(p: Parser): Expression {
  const { place, text } = p.token
  if (!p.isName()) return failOperand(p)
  if (p.isTypeName()) p.fail(`expected a value, found the type \`${text}\``)
  const hint = p.scopes.isKnown(text) ? null : foreignHint(text)
  if (hint !== null && !isForeignValue(text)) p.fail(hint)
  if (hint !== null) p.error(hint)
  if (hint === null && !p.scopes.isKnown(text) && (p.isName(1) || p.peek().kind === 'number'))
    failAtOperatorWord(p)
  p.next()
  return { kind: 'name', name: text, ...p.span(place) }
}

function failOperand(p: Parser): never {
  const { kind, text, place } = p.previous
  failAtSlippedOperator(p)
  if (p.startsType()) {
    if (text === 'sizeof') p.fail(`a type behind \`sizeof\` needs parentheses: sizeof(${p.token.text})`)
    p.fail(`expected a value, found the type \`${p.token.text}\``)
  }
  if (p.is('{'))
    p.fail(
      'a list in braces can only stand where a variable is declared; elsewhere it needs its type: (type){…}',
    )
  if (text === ',' && STATEMENT_WORDS.has(p.word()))
    p.fail(`expected \`;\` before \`${p.word()}\`, found \`,\``, place)
  const isBehindOperator = kind === 'punctuator' && !/^[;{}]$/.test(text) && p.position > 0
  const where = isBehindOperator ? ` behind \`${text}\`` : ''
  return p.fail(`expected an expression${where}, found ${p.found}`)
}
