import { callOf } from './calls.ts'
import type { Context, Value } from './context.ts'
import type { Effects } from './effects.ts'
import { together } from './effects.ts'
import { floatLiteral } from './literals.ts'
import { arithmeticPlace, assign, load, step, update } from './reading.ts'
import { common, DOUBLE, FLOAT } from './types.ts'
import { after, argument, cast, LEVEL, operand, primary } from './values.ts'

/* Expressions of type float and double. Infinities and NaNs may come up; prints leave the latter out (their sign differs). */

type Form = (c: Context, depth: number, beside: Effects) => Value | null

const FORMS: readonly (readonly [number, Form])[] = [
  [10, leaf],
  [14, infix],
  [5, unary],
  [4, conditional],
  [10, converted],
  [4, library],
  [3, assignment],
  [2, increment],
  [4, compound],
  [3, (c, depth, beside) => callOf(c, depth, beside, 'float')],
]

const CONSTANT_FORMS = FORMS.filter(([, form]) =>
  [leaf, infix, unary, converted].some((each) => each === form),
)

/** An expression of type float or double. */
export function realValue(c: Context, depth: number, beside: Effects): Value {
  if (depth > 0) {
    const made = c.dice.weighted(c.isConstant ? CONSTANT_FORMS : FORMS)(c, depth, beside)
    if (made) return made
  }
  return leaf(c, depth, beside)
}

function leaf(c: Context, depth: number, beside: Effects): Value {
  const at =
    !c.isConstant && c.dice.percent(65)
      ? arithmeticPlace(c, Math.min(depth - 1, 1), beside, false, 'float')
      : null
  return at ? load(c, at) : floatLiteral(c, c.dice.pick([FLOAT, DOUBLE]))
}

function infix(c: Context, depth: number, beside: Effects): Value {
  const real = c.real(depth - 1, beside)
  const other = c.value(depth - 1, after(beside, real))
  const [left, right] = c.dice.percent(50) ? [real, other] : [other, real]
  const operator = c.dice.pick(['+', '-', '*', '/'])
  const level = /[+-]/.test(operator) ? LEVEL.sum : LEVEL.product
  const text = `${operand(c, left, level)} ${operator} ${operand(c, right, level + 1)}`
  return { text, level, type: common(left.type, right.type, c.model), effects: after(left.effects, right) }
}

function unary(c: Context, depth: number, beside: Effects): Value {
  const value = c.real(depth - 1, beside)
  const text = `${c.dice.pick(['-', '+', '- -'])}${operand(c, value, LEVEL.postfix)}`
  return { ...value, text, level: LEVEL.unary }
}

function conditional(c: Context, depth: number, beside: Effects): Value {
  const condition = c.value(depth - 1, beside)
  const yes = c.value(depth - 1, beside)
  const no = c.real(depth - 1, beside)
  const branches = `${argument(yes)} : ${operand(c, no, LEVEL.conditional)}`
  return {
    text: `${operand(c, condition, LEVEL['||'])} ? ${branches}`,
    level: LEVEL.conditional,
    type: common(yes.type, no.type, c.model),
    effects: together(condition.effects, yes.effects, no.effects),
  }
}

function converted(c: Context, depth: number, beside: Effects): Value {
  return cast(c, c.dice.pick([FLOAT, DOUBLE]), c.value(depth - 1, beside))
}

function library(c: Context, depth: number, beside: Effects): Value {
  const value = c.value(depth - 1, beside)
  const name = c.dice.pick(['fabs', 'floor', 'ceil', 'sqrt', 'trunc'])
  return primary(`${name}(${argument(value)})`, DOUBLE, value.effects)
}

function assignment(c: Context, depth: number, beside: Effects): Value | null {
  const at = arithmeticPlace(c, depth - 2, beside, true, 'float')
  return at && assign(c, at, (now) => c.value(depth - 1, now), beside)
}

function increment(c: Context, depth: number, beside: Effects): Value | null {
  const at = arithmeticPlace(c, depth - 2, beside, true, 'float')
  return at && step(c, at)
}

/** `place op= value`. */
export function compound(c: Context, depth: number, beside: Effects): Value | null {
  const at = arithmeticPlace(c, depth - 2, beside, true, 'float')
  return at && update(c, at, c.dice.pick(['+', '-', '*', '/']), (now) => c.value(depth - 1, now), beside)
}
