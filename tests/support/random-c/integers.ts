import { callOf } from './calls.ts'
import type { Context, Value } from './context.ts'
import type { Effects } from './effects.ts'
import { NO_EFFECTS, together } from './effects.ts'
import { integerLiteral } from './literals.ts'
import { addressComparison } from './pointers.ts'
import { anyPlace, arithmeticPlace, assign, load, step, update } from './reading.ts'
import type { IntegerType } from './types.ts'
import { common, INT, promoted, sizeType } from './types.ts'
import { after, argument, cast, LEVEL, operand } from './values.ts'

/*
 * Integer expressions. All of them are defined in C, given that signed arithmetic wraps (gcc's -fwrapv): shifts
 * are masked, divisors are never 0 and never -1 in signed arithmetic.
 */

type Form = (c: Context, depth: number, beside: Effects) => Value | null

const FORMS: readonly (readonly [number, Form])[] = [
  [14, leaf],
  [14, plain],
  [5, shift],
  [5, quotient],
  [6, comparison],
  [4, connective],
  [5, unary],
  [4, conditional],
  [2, comma],
  [6, converted],
  [2, size],
  [4, assignment],
  [3, increment],
  [4, compound],
  [4, call],
  [1, addressComparison],
]

const CONSTANT_FORMS = FORMS.filter(([, form]) =>
  [leaf, plain, shift, quotient, comparison, connective, unary, conditional, converted, size].some(
    (each) => each === form,
  ),
)

/** An expression of an integer type. */
export function integerValue(c: Context, depth: number, beside: Effects): Value {
  if (depth > 0) {
    const made = c.dice.weighted(c.isConstant ? CONSTANT_FORMS : FORMS)(c, depth, beside)
    if (made) return made
  }
  return leaf(c, depth, beside)
}

function leaf(c: Context, depth: number, beside: Effects): Value {
  const at =
    !c.isConstant && c.dice.percent(65)
      ? arithmeticPlace(c, Math.min(depth - 1, 1), beside, false, 'integer')
      : null
  return at ? load(c, at) : integerLiteral(c)
}

function typeOf(value: Value): IntegerType {
  return value.type as IntegerType
}

/** Two operands that are evaluated in no fixed order. */
function pair(c: Context, depth: number, beside: Effects): [Value, Value] {
  const first = c.integer(depth - 1, beside)
  const second = c.integer(c.dice.below(depth), after(beside, first))
  return c.dice.percent(50) ? [first, second] : [second, first]
}

function infix(
  c: Context,
  left: Value,
  operator: string,
  right: Value,
  level: number,
  type: IntegerType,
): Value {
  const text = `${operand(c, left, level)} ${operator} ${operand(c, right, level + 1)}`
  return { text, level, type, effects: together(left.effects, right.effects) }
}

const PLAIN = [
  ['+', LEVEL.sum],
  ['-', LEVEL.sum],
  ['*', LEVEL.product],
  ['&', LEVEL['&']],
  ['|', LEVEL['|']],
  ['^', LEVEL['^']],
] as const

function plain(c: Context, depth: number, beside: Effects): Value {
  const [left, right] = pair(c, depth, beside)
  const [operator, level] = c.dice.pick(PLAIN)
  return infix(c, left, operator, right, level, common(left.type, right.type, c.model) as IntegerType)
}

function shift(c: Context, depth: number, beside: Effects): Value {
  const left = c.integer(depth - 1, beside)
  const type = promoted(typeOf(left))
  const count = shiftCount(c, type, depth, after(beside, left))
  return infix(c, left, c.dice.pick(['<<', '>>']), count, LEVEL.shift, type)
}

/** A number that a value of the (promoted) type can be shifted by. */
function shiftCount(c: Context, type: IntegerType, depth: number, beside: Effects): Value {
  const { dice } = c
  if (dice.percent(50))
    return { ...integerLiteral(c), text: `${dice.below(type.bits)}`, level: LEVEL.primary, type: INT }
  const value = c.integer(depth - 1, beside)
  return { ...value, text: `${operand(c, value, LEVEL['&'])} & ${type.bits - 1}`, level: LEVEL['&'] }
}

function quotient(c: Context, depth: number, beside: Effects): Value {
  const left = c.integer(depth - 1, beside)
  const right = divisor(c, typeOf(left), depth, after(beside, left))
  const type = common(left.type, right.type, c.model) as IntegerType
  return infix(c, left, c.dice.pick(['/', '%']), right, LEVEL.product, type)
}

/** What a value of the type can be divided by. */
function divisor(c: Context, left: IntegerType, depth: number, beside: Effects): Value {
  const { dice } = c
  const value = c.integer(depth - 1, beside)
  const type = common(value.type, INT, c.model) as IntegerType
  const isUnsigned = !(common(left, type, c.model) as IntegerType).isSigned
  if (isUnsigned && dice.percent(60)) {
    return { ...value, text: `${operand(c, value, LEVEL['|'])} | 1`, level: LEVEL['|'], type }
  }
  const small = `(${operand(c, value, LEVEL['&'])} & ${2 ** dice.between(1, 12) - 1})`
  if (dice.percent(60)) return { ...value, text: `${small} + ${dice.between(1, 3)}`, level: LEVEL.sum, type }
  return { ...value, text: `-(${small} + ${dice.between(2, 9)})`, level: LEVEL.unary, type }
}

function comparison(c: Context, depth: number, beside: Effects): Value {
  const [left, right] = comparands(c, depth, beside)
  const isEquality = c.dice.percent(35)
  const operator = c.dice.pick(isEquality ? ['==', '!='] : ['<', '>', '<=', '>='])
  return infix(c, left, operator, right, isEquality ? LEVEL.equality : LEVEL.relation, INT)
}

function comparands(c: Context, depth: number, beside: Effects): [Value, Value] {
  if (c.isConstant || c.dice.percent(80)) return pair(c, depth, beside)
  const left = c.real(depth - 1, beside)
  return [left, c.value(depth - 1, after(beside, left))]
}

function connective(c: Context, depth: number, beside: Effects): Value {
  const left = c.value(depth - 1, beside)
  const right = c.value(depth - 1, beside)
  const operator = c.dice.pick(['&&', '||'] as const)
  return infix(c, left, operator, right, LEVEL[operator], INT)
}

function unary(c: Context, depth: number, beside: Effects): Value {
  const value = c.integer(depth - 1, beside)
  const operator = c.dice.pick(['-', '~', '+', '!', '- -', '!!'])
  const type = operator.includes('!') ? INT : promoted(typeOf(value))
  const text = `${operator}${operand(c, value, LEVEL.postfix)}`
  return { text, level: LEVEL.unary, type, effects: value.effects }
}

function conditional(c: Context, depth: number, beside: Effects): Value {
  const condition = c.value(depth - 1, beside)
  const yes = c.integer(depth - 1, beside)
  const no = c.integer(depth - 1, beside)
  const branches = `${argument(yes)} : ${operand(c, no, LEVEL.conditional)}`
  return {
    text: `${operand(c, condition, LEVEL['||'])} ? ${branches}`,
    level: LEVEL.conditional,
    type: common(yes.type, no.type, c.model) as IntegerType,
    effects: together(condition.effects, yes.effects, no.effects),
  }
}

function comma(c: Context, depth: number, beside: Effects): Value {
  const first = c.value(depth - 1, beside)
  const second = c.integer(depth - 1, beside)
  const text = `${first.text}, ${argument(second)}`
  // The value of a comma expression keeps the type of a narrow operand until it is promoted.
  return { text, level: LEVEL.comma, type: second.type, effects: together(first.effects, second.effects) }
}

function converted(c: Context, depth: number, beside: Effects): Value {
  const value = c.value(depth - 1, beside)
  return cast(c, c.dice.pick(c.integers), value)
}

function size(c: Context, depth: number, beside: Effects): Value {
  const type = sizeType(c.model)
  return { text: `sizeof${sizeOperand(c, depth, beside)}`, level: LEVEL.unary, type, effects: NO_EFFECTS }
}

function sizeOperand(c: Context, depth: number, beside: Effects): string {
  const { dice } = c
  const at = dice.percent(30) ? anyPlace(c, depth - 1, beside, false, () => dice.percent(60)) : null
  if (at && at.width === undefined) return ` ${operand(c, at, LEVEL.unary)}`
  // A bit-field has no size: so, something computed with it.
  if (dice.percent(50)) return `(0 + ${operand(c, c.integer(depth - 1, beside), LEVEL.product)})`
  const names = [...c.integers, ...c.records].map((each) => each.name)
  return `(${dice.pick([...names, 'void *', 'float', 'double'])})`
}

function assignment(c: Context, depth: number, beside: Effects): Value | null {
  const at = arithmeticPlace(c, depth - 2, beside, true, 'integer')
  if (at === null) return null
  return assign(c, at, (now) => c.value(depth - 1, now), beside)
}

function increment(c: Context, depth: number, beside: Effects): Value | null {
  const at = arithmeticPlace(c, depth - 2, beside, true, 'integer')
  return at && step(c, at)
}

/** `place op= value`. */
export function compound(c: Context, depth: number, beside: Effects): Value | null {
  const at = arithmeticPlace(c, depth - 2, beside, true, 'integer')
  if (at === null) return null
  const type = promoted(at.type as IntegerType)
  const kind = c.dice.below(10)
  if (kind === 0) return update(c, at, c.dice.pick(['/', '%']), (now) => divisor(c, type, depth, now), beside)
  if (kind < 3) {
    const shifted = at.width === undefined ? type : INT
    return update(c, at, c.dice.pick(['<<', '>>']), (now) => shiftCount(c, shifted, depth, now), beside)
  }
  return update(c, at, c.dice.pick(PLAIN)[0], (now) => c.integer(depth - 1, now), beside)
}

function call(c: Context, depth: number, beside: Effects): Value | null {
  return callOf(c, depth, beside, 'integer')
}
