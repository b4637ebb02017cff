import type { ArithmeticOperator, CompareOperator } from '../typed.ts'
import type { FloatType, IntegerType } from '../types.ts'

/** Computing with constants as the machine would: integers wrap to their size, floats round to their precision. */

/** The value in the range of the type: its low bits, read as signed or not. _Bool: whether it is non-zero. */
export function wrap(value: bigint, type: { name: string; size: number; isSigned: boolean }): bigint {
  if (type.name === '_Bool') return value === 0n ? 0n : 1n
  return type.isSigned ? BigInt.asIntN(type.size * 8, value) : BigInt.asUintN(type.size * 8, value)
}

/** The smallest value of an integer type. */
export function lowest(type: IntegerType): bigint {
  return type.isSigned ? -(1n << BigInt(type.size * 8 - 1)) : 0n
}

/** The largest value of an integer type. */
export function highest(type: IntegerType): bigint {
  if (type.name === '_Bool') return 1n
  return (1n << BigInt(type.size * 8 - (type.isSigned ? 1 : 0))) - 1n
}

/**
 * The exact result of an integer operation, not yet wrapped; null where C defines none that gcc folds: division by
 * zero, shifts by a negative count or by the width or more.
 */
export function integerResult(
  operator: ArithmeticOperator,
  left: bigint,
  right: bigint,
  type: IntegerType,
): bigint | null {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return right === 0n ? null : left / right
    case '%':
      return right === 0n ? null : left % right
    case '&':
      return left & right
    case '|':
      return left | right
    case '^':
      return left ^ right
    default:
      if (right < 0n || right >= BigInt(type.size * 8)) return null
      return operator === '<<' ? left << right : left >> right
  }
}

/** The result of a floating operation in the precision of the type; null for operators that floats do not have. */
export function floatResult(
  operator: ArithmeticOperator,
  left: number,
  right: number,
  type: FloatType,
): number | null {
  switch (operator) {
    case '+':
      return round(left + right, type)
    case '-':
      return round(left - right, type)
    case '*':
      return round(left * right, type)
    case '/':
      return round(left / right, type)
    default:
      return null
  }
}

export function compareResult<T extends bigint | number>(
  operator: CompareOperator,
  left: T,
  right: T,
): boolean {
  switch (operator) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

/** The number in the precision of the type. */
export function round(value: number, type: FloatType): number {
  return type.name === 'float' ? Math.fround(value) : value
}

/** An integer as a float of the type, rounded once. */
export function integerToFloat(value: bigint, type: FloatType): number {
  if (type.name !== 'float' || BigInt.asIntN(53, value) === value) return round(Number(value), type)
  // Bits too low to matter by themselves are kept as one sticky bit, so that rounding to 53 bits loses nothing.
  const low = value & 0xfffffn
  const sticky = (value - low) | (low === 0n ? 0n : 0x100000n)
  return Math.fround(Number(low === 0n ? value : sticky))
}

/** A float as an integer: truncated; outside of the range the nearest end, NaN 0, as gcc folds it. */
export function floatToInteger(value: number, type: IntegerType): bigint {
  if (type.name === '_Bool') return value === 0 ? 0n : 1n
  if (Number.isNaN(value)) return 0n
  const low = lowest(type)
  const high = highest(type)
  if (value <= Number(low)) return low
  if (value >= Number(high)) return high
  return BigInt(Math.trunc(value))
}
