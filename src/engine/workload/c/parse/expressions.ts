import type { AssignOperator, BinaryOperator, Expression, UnaryOperator } from '../ast.ts'
import type { Place } from '../source.ts'
import type { Token } from '../token.ts'
import type { Parser } from './parser.ts'
import { readPostfix, readSuffixes } from './primary.ts'

const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  [
    ['||'],
    ['&&'],
    ['|'],
    ['^'],
    ['&'],
    ['==', '!='],
    ['<', '>', '<=', '>='],
    ['<<', '>>'],
    ['+', '-'],
    ['*', '/', '%'],
  ].flatMap((operators, level) => operators.map((operator): [string, number] => [operator, level + 1])),
)

const UNARY: ReadonlySet<string> = new Set(['-', '+', '~', '!', '*', '&'])

/** The operators that `=` may follow. */
const ASSIGNING: ReadonlySet<string> = new Set(['+=', '-=', '*=', '/=', '%=', '<<=', '>>=', '&=', '|=', '^='])

/** Reads an expression, commas included. */
export function readExpression(p: Parser): Expression {
  const { place } = p
  let left = readAssignment(p)
  while (p.accept(',')) left = { kind: 'comma', left, right: readAssignment(p), ...p.span(place) }
  return left
}

/** Reads an expression without commas outside parentheses. What may stand on the left of `=` is judged by the types. */
export function readAssignment(p: Parser): Expression {
  const { place } = p
  const target = readConditional(p)
  if (p.accept('=')) {
    const value = p.nested(() => readAssignment(p))
    return { kind: 'assign', target, value, ...p.span(place) }
  }
  if (!ASSIGNING.has(p.word())) return target
  const operator = p.next().text.slice(0, -1) as AssignOperator
  const value = p.nested(() => readAssignment(p))
  return { kind: 'compound-assign', operator, target, value, ...p.span(place) }
}

/** Reads an expression without assignments: what a constant expression may be. */
export function readConditional(p: Parser): Expression {
  const { place } = p
  const condition = readBinary(p)
  if (!p.is('?')) return condition
  const question = p.next()
  return p.nested(() => {
    const then = p.is(':') ? null : readExpression(p)
    if (!p.accept(':')) p.fail(`expected \`:\` for the \`?\`${onLine(p, question)}, found ${p.found}`, p.gap)
    const otherwise = readConditional(p)
    return { kind: 'conditional', condition, then, otherwise, ...p.span(place) }
  })
}

function onLine(p: Parser, token: Token): string {
  return token.place.line === p.previous.place.line ? '' : ` of line ${token.place.line}`
}

/** An operator that waits for its right operand; `place` is where its left one begins. */
interface Waiting {
  readonly token: Token
  readonly precedence: number
  readonly left: Expression
  readonly place: Place
}

/** Reads operands and binary operators with a stack of waiting ones, so that long chains cost no depth. */
function readBinary(p: Parser): Expression {
  const waiting: Waiting[] = []
  for (;;) {
    let { place } = p
    let left = readCast(p)
    const precedence = PRECEDENCE.get(p.word()) ?? 0
    for (let top = waiting.at(-1); top !== undefined && top.precedence >= precedence; top = waiting.at(-1)) {
      waiting.pop()
      place = top.place
      left = {
        kind: 'binary',
        operator: top.token.text as BinaryOperator,
        left: top.left,
        right: left,
        operatorPlace: top.token.place,
        ...p.span(place),
      }
    }
    if (precedence === 0) return left
    waiting.push({ token: p.next(), precedence, left, place })
  }
}

function readCast(p: Parser): Expression {
  if (!p.is('(') || !startsCast(p)) return readUnary(p)
  const opening = p.next()
  const type = p.rules.typeName(p)
  p.expectClosing(')', opening)
  const { place } = opening
  if (p.is('{')) return readCompoundLiteral(p, type, place)
  const operand = p.nested(() => readCast(p))
  return { kind: 'cast', type, operand, ...p.span(place) }
}

type TypeName = ReturnType<Parser['rules']['typeName']>

function readCompoundLiteral(p: Parser, type: TypeName, place: Place): Expression {
  const initialiser = p.rules.initialiser(p)
  return readSuffixes(p, { kind: 'compound-literal', type, initialiser, ...p.span(place) }, place)
}

/** Whether the parenthesis here holds a type, known or not: `(uint8_t *) p` can be nothing else. */
function startsCast(p: Parser): boolean {
  if (p.startsType(1)) return true
  if (!p.isName(1) || p.scopes.isKnown(p.word(1))) return false
  let ahead = 2
  while (p.word(ahead) === '*') ahead++
  if (p.word(ahead) !== ')') return p.isName(2)
  const { kind } = p.peek(ahead + 1)
  return ahead > 2 || p.isName(ahead + 1) || kind === 'number' || kind === 'char' || kind === 'string'
}

function readUnary(p: Parser): Expression {
  const { place } = p
  const word = p.word()
  if (UNARY.has(word)) {
    p.next()
    const operand = p.nested(() => readCast(p))
    return { kind: 'unary', operator: word as UnaryOperator, operand, ...p.span(place) }
  }
  switch (word) {
    case '++':
    case '--': {
      p.next()
      const operand = p.nested(() => readUnary(p))
      return { kind: 'step', delta: word === '++' ? 1 : -1, isPrefix: true, operand, ...p.span(place) }
    }
    case 'sizeof':
    case '_Alignof': {
      const { text } = p.next()
      const of = p.nested(() => readTypeOrUnary(p))
      if (word === 'sizeof') return { kind: 'sizeof', of, ...p.span(place) }
      return { kind: 'alignof', of, isPreferred: text !== '_Alignof', ...p.span(place) }
    }
    case '__extension__':
      p.next()
      return p.nested(() => readCast(p))
    case '&&':
      return p.fail('the address of a label (`&&`) is not supported')
    default:
      return readPostfix(p)
  }
}

/** Reads what `sizeof` measures: `(int)`, `(int){1}`, or a value. */
function readTypeOrUnary(p: Parser): Expression | TypeName {
  if (!p.is('(') || !(p.startsType(1) || startsUnknownType(p))) return readUnary(p)
  const opening = p.next()
  const type = p.rules.typeName(p)
  p.expectClosing(')', opening)
  return p.is('{') ? readCompoundLiteral(p, type, opening.place) : type
}

/** `(name *)`, or a name that a header would declare as a type. */
function startsUnknownType(p: Parser): boolean {
  return startsCast(p) && p.word(2) === '*'
}
