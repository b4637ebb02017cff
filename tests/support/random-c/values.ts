import type { Context, Value } from './context.ts'
import type { Effects } from './effects.ts'
import { NO_EFFECTS, together } from './effects.ts'
import type { ArithmeticType } from './types.ts'

/** C's levels of binding, from the comma operator up. */
export const LEVEL = {
  comma: 0,
  assignment: 1,
  conditional: 2,
  '||': 3,
  '&&': 4,
  '|': 5,
  '^': 6,
  '&': 7,
  equality: 8,
  relation: 9,
  shift: 10,
  sum: 11,
  product: 12,
  unary: 13,
  postfix: 14,
  primary: 15,
} as const

/** A value of a text that needs no parentheses. */
export function primary(text: string, type: ArithmeticType, effects: Effects = NO_EFFECTS): Value {
  return { text, level: LEVEL.primary, type, effects }
}

/** The text of an operand where the context binds at `level`: in parentheses if it must, and sometimes if not. */
export function operand(c: Context, value: { text: string; level: number }, level: number): string {
  return value.level < level || (value.level < LEVEL.postfix && c.dice.percent(25))
    ? `(${value.text})`
    : value.text
}

/** A cast. */
export function cast(c: Context, type: ArithmeticType, value: Value): Value {
  const text = `(${type.name})${operand(c, inRange(value, type), LEVEL.unary)}`
  return { text, level: LEVEL.unary, type, effects: value.effects }
}

/**
 * The value so that it can be converted to the type, or to a bit-field of it: C leaves undefined what a real
 * number becomes in an integer type that cannot hold its whole part.
 */
export function inRange(value: Value, type: ArithmeticType, width?: number): Value {
  if (value.type.kind !== 'float' || type.kind !== 'integer' || type.rank === 0) return value
  const isFloat = value.type.name === 'float'
  const [low, high] = range(width ?? type.bits, type.isSigned)
  const suffix = isFloat ? 'f' : ''
  const text = `${isFloat ? 'withinf' : 'within'}(${argument(value)}, ${low}${suffix}, ${high}${suffix})`
  return primary(text, value.type, value.effects)
}

/** Real numbers that fit into so many bits; near the limits of wide types not all of them. */
function range(bits: number, isSigned: boolean): [string, string] {
  const exact = 2 ** (isSigned ? bits - 1 : bits) - 1
  const high = bits <= 24 ? `${exact}.0` : (exact * 0.99).toExponential(3).replace('+', '')
  return [isSigned ? `-${high}` : '0.0', high]
}

/** The text as an argument: no comma operator outside parentheses. */
export function argument(value: { text: string; level: number }): string {
  return value.level < LEVEL.assignment ? `(${value.text})` : value.text
}

/** The effects of two values, and of what came before. */
export function after(beside: Effects, ...values: readonly { effects: Effects }[]): Effects {
  return together(beside, ...values.map((value) => value.effects))
}
