import type { Context, Value } from './context.ts'
import type { Effects } from './effects.ts'
import { reading, together, writing } from './effects.ts'
import type { ArithmeticPlace, Place } from './places.ts'
import { findPlace } from './places.ts'
import type { Type } from './types.ts'
import { bitFieldValue, INT } from './types.ts'
import { argument, inRange, LEVEL, operand, primary } from './values.ts'

/** A place of a type that is accepted. */
export function anyPlace(
  c: Context,
  depth: number,
  beside: Effects,
  isWritten: boolean,
  accepts: (type: Type) => boolean,
): Place | null {
  const index = (length: number, now: Effects) => indexBelow(c, length, depth, now)
  return findPlace(c, { isWritten, beside, accepts, index })
}

/** A place of an integer type or of a floating one. */
export function arithmeticPlace(
  c: Context,
  depth: number,
  beside: Effects,
  isWritten: boolean,
  kind?: 'integer' | 'float',
): ArithmeticPlace | null {
  const kinds: readonly string[] = kind ? [kind] : ['integer', 'float']
  const found = anyPlace(c, depth, beside, isWritten, (type) => kinds.includes(type.kind))
  return found as ArithmeticPlace | null
}

/** An index from 0 to `length` - 1. */
export function indexBelow(c: Context, length: number, depth: number, beside: Effects): Value {
  const { dice } = c
  if (depth <= 0 || dice.percent(50)) return primary(`${dice.below(length)}`, INT)
  const value = c.integer(depth - 1, beside)
  const mask = 2 ** Math.floor(Math.log2(length)) - 1
  if (dice.percent(60)) {
    return { ...value, text: `${operand(c, value, LEVEL['&'])} & ${mask}`, level: LEVEL['&'] }
  }
  return { ...value, text: `(unsigned)${operand(c, value, LEVEL.unary)} % ${length}`, level: LEVEL.product }
}

/** What is in a place. */
export function load(c: Context, at: ArithmeticPlace): Value {
  const effects = together(at.effects, reading(at.key))
  return fieldValue(c, { text: at.text, level: at.level, type: at.type, effects }, at)
}

/**
 * The value of something that has a place's type. A bit-field wider than int has a type of its own in gcc, of just its
 * width, unlike in other compilers: a cast takes that away.
 */
function fieldValue(c: Context, value: Value, { type, width }: ArithmeticPlace): Value {
  if (width === undefined || type.kind !== 'integer') return value
  if (width <= 32) return { ...value, type: bitFieldValue(type, width) }
  return { ...value, text: `(${type.name})${operand(c, value, LEVEL.unary)}`, level: LEVEL.unary }
}

type MakeValue<T> = (beside: Effects) => T

/** `place = value`, as an expression. The value must not write what is assigned to. */
export function assign(c: Context, at: ArithmeticPlace, make: MakeValue<Value>, beside: Effects): Value {
  const value = make(together(beside, at.effects, reading(at.key)))
  const effects = together(at.effects, value.effects, writing(at.key))
  const text = `${operand(c, at, LEVEL.unary)} = ${argument(inRange(value, at.type, at.width))}`
  return fieldValue(c, { text, level: LEVEL.assignment, type: at.type, effects }, at)
}

/** `place++` and the like. */
export function step(c: Context, at: ArithmeticPlace): Value {
  const effects = together(at.effects, writing(at.key))
  const operator = c.dice.pick(['++', '--'])
  const value = c.dice.percent(50)
    ? { text: `${operand(c, at, LEVEL.postfix)}${operator}`, level: LEVEL.postfix }
    : { text: `${operator}${operand(c, at, LEVEL.unary)}`, level: LEVEL.unary }
  return fieldValue(c, { ...value, type: at.type, effects }, at)
}

/** `place += value` and the like. */
export function update(
  c: Context,
  at: ArithmeticPlace,
  operator: string,
  make: MakeValue<Omit<Value, 'type'>>,
  beside: Effects,
): Value {
  const value = make(together(beside, at.effects, reading(at.key)))
  const effects = together(at.effects, value.effects, writing(at.key))
  const text = `${operand(c, at, LEVEL.unary)} ${operator}= ${argument(value)}`
  return fieldValue(c, { text, level: LEVEL.assignment, type: at.type, effects }, at)
}
