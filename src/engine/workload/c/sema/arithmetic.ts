import type { Place } from '../source.ts'
import type { ArithmeticOperator, CompareOperator, TypedExpression } from '../typed.ts'
import type { CType, IntegerType } from '../types.ts'
import { INT, isArithmetic, isInteger } from './basic-types.ts'
import type { Context } from './context.ts'
import { commonType, convert, promote } from './conversions.ts'
import { compareResult, floatResult, integerResult, round, wrap } from './fold.ts'
import { typeWords } from './type-text.ts'
import { float, integer, truth, wrapped } from './values.ts'

/** Operators on numbers: operands converted, constants folded. */

/** `left operator right` of two arithmetic values; shifts promote each side by itself (C99 6.5.5 to 6.5.12). */
export function arithmetic(
  c: Context,
  operator: ArithmeticOperator,
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  checkOperands(c, operator, operator, left.type, right.type, place)
  if (operator === '<<' || operator === '>>') return shift(c, operator, left, right, place)
  const a = promote(c, left)
  const b = promote(c, right)
  const type = commonType(a.type, b.type)
  const isSize = countsSize(c, operator, left.type, right.type)
  return combine(c, operator, convert(c, a, type), convert(c, b, type), type, isSize, place)
}

/** Fails unless an operator (`%`, or `%=` as it is written) fits the types of its two operands. */
export function checkOperands(
  c: Context,
  operator: ArithmeticOperator,
  written: string,
  left: CType,
  right: CType,
  place: Place,
): void {
  const isForIntegers = !['+', '-', '*', '/'].includes(operator)
  const isFit = isForIntegers ? isInteger : isArithmetic
  if (isFit(left) && isFit(right)) return
  const expected = isForIntegers ? 'two integers' : 'two numbers'
  c.fail(place, `'${written}' needs ${expected}, but here are ${typeWords(left)} and ${typeWords(right)}`)
}

function shift(
  c: Context,
  operator: '<<' | '>>',
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  const value = promote(c, left)
  const count = promote(c, right)
  const type = value.type as IntegerType
  if (count.kind === 'integer') {
    const width = BigInt(type.size * 8)
    const word = operator === '<<' ? 'left' : 'right'
    if (count.value < 0n) c.warn(place, `${word} shift by a negative count (${count.value})`)
    else if (count.value >= width)
      c.warn(place, `${word} shift by ${count.value}, but the type has only ${width} bits`)
  }
  return combine(c, operator, value, convert(c, count, INT), type, false, place)
}

/** Whether wrapping of the operation would be a mistake in a size. */
export function countsSize(c: Context, operator: ArithmeticOperator, left: CType, right: CType): boolean {
  if (operator !== '+' && operator !== '-' && operator !== '*') return false
  return isSizeType(c, left) || isSizeType(c, right)
}

function isSizeType(c: Context, type: CType): boolean {
  return (
    type.kind === 'integer' && !type.isSigned && type.alias !== undefined && c.sizeAliases.has(type.alias)
  )
}

/** The operation on operands of its type (a shift's count: int), folded if both are constants. */
function combine(
  c: Context,
  operator: ArithmeticOperator,
  left: TypedExpression,
  right: TypedExpression,
  type: CType,
  isSize: boolean,
  place: Place,
): TypedExpression {
  checkDivisor(c, operator, right, place)
  if (left.kind === 'integer' && right.kind === 'integer' && type.kind === 'integer') {
    const result = integerResult(operator, left.value, right.value, type)
    if (result !== null) return integer(overflowed(c, operator, result, type, place), type, place)
  }
  if (left.kind === 'float' && right.kind === 'float' && type.kind === 'float') {
    const result = floatResult(operator, left.value, right.value, type)
    if (result !== null) return float(result, type, place)
  }
  return { kind: 'arithmetic', operator, left, right, isSize, type, place }
}

function checkDivisor(c: Context, operator: ArithmeticOperator, right: TypedExpression, place: Place): void {
  if ((operator === '/' || operator === '%') && right.kind === 'integer' && right.value === 0n) {
    c.warn(place, 'division by zero')
  }
}

/** The result as its type holds it; a signed one that does not fit is warned about. */
function overflowed(
  c: Context,
  operator: ArithmeticOperator,
  result: bigint,
  type: IntegerType,
  place: Place,
): bigint {
  const kept = wrap(result, type)
  if (kept !== result && type.isSigned && operator !== '<<') {
    c.warn(place, `the result ${result} does not fit in ${type.name}, so it becomes ${kept}`)
  }
  return kept
}

/** `left operator right` of two arithmetic values: int 0 or 1. */
export function compareNumbers(
  c: Context,
  operator: CompareOperator,
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  const a = promote(c, left)
  const b = promote(c, right)
  const type = commonType(a.type, b.type)
  return compareSame(operator, convert(c, a, type), convert(c, b, type), place)
}

/** The comparison of two values of one type. */
export function compareSame(
  operator: CompareOperator,
  left: TypedExpression,
  right: TypedExpression,
  place: Place,
): TypedExpression {
  if (left.kind === 'integer' && right.kind === 'integer') {
    return truth(compareResult(operator, left.value, right.value), place)
  }
  if (left.kind === 'float' && right.kind === 'float') {
    return truth(compareResult(operator, left.value, right.value), place)
  }
  return { kind: 'compare', operator, left, right, type: INT, place }
}

/** `-operand`, `~operand`, `+operand`. */
export function signOperator(
  c: Context,
  operator: '-' | '+' | '~',
  operand: TypedExpression,
  place: Place,
): TypedExpression {
  const isFit = operator === '~' ? isInteger(operand.type) : isArithmetic(operand.type)
  if (!isFit) {
    const expected = operator === '~' ? 'an integer' : 'a number'
    c.fail(place, `'${operator}' needs ${expected}, but here is ${typeWords(operand.type)}`)
  }
  const value = promote(c, operand)
  if (operator === '+') return { ...value, place }
  if (value.kind === 'integer' && value.type.kind === 'integer')
    return foldSign(c, operator, value.value, value.type, place)
  if (value.kind === 'float' && value.type.kind === 'float')
    return float(round(-value.value, value.type), value.type, place)
  return { kind: operator === '-' ? 'negate' : 'complement', operand: value, type: value.type, place }
}

function foldSign(
  c: Context,
  operator: '-' | '~',
  value: bigint,
  type: IntegerType,
  place: Place,
): TypedExpression {
  if (operator === '~') return wrapped(~value, type, place)
  return integer(overflowed(c, '-', -value, type, place), type, place)
}
