import type { Place } from '../source.ts'
import type { TypedExpression } from '../typed.ts'
import type { CType, FloatType, IntegerType } from '../types.ts'
import { DOUBLE, FLOAT, INT, LONG_DOUBLE, UNSIGNED_INT, VOID } from './basic-types.ts'
import type { Context } from './context.ts'
import { floatToInteger, integerToFloat, round, wrap } from './fold.ts'
import { pointerSize } from './layout.ts'
import { sameType } from './same-type.ts'
import { bitWidth, float, integer, wrapped } from './values.ts'

/** Conversions of scalar values (C99 6.3), folded for constants. */

/** The value in another scalar type; to void it is dropped. The caller has checked that C has the conversion. */
export function convert(
  c: Context,
  value: TypedExpression,
  type: CType,
  isExplicit = false,
): TypedExpression {
  const { place } = value
  if (type.kind === 'void') return { kind: 'convert', operand: value, isExplicit, type: VOID, place }
  if (type.kind === 'integer') return toInteger(c, value, type, isExplicit)
  if (type.kind === 'float') return toFloat(value, type, isExplicit)
  if (type.kind === 'pointer' && value.kind === 'integer') return integer(toAddress(c, value), type, place)
  return withType(value, type, isExplicit)
}

function toInteger(
  c: Context,
  value: TypedExpression,
  type: IntegerType,
  isExplicit: boolean,
): TypedExpression {
  const { place } = value
  if (value.kind === 'integer') return wrapped(value.value, type, place)
  if (value.kind === 'float') {
    const result = floatToInteger(value.value, type)
    const isTooLarge = Math.abs(Number(result) - value.value) >= 1 && type.name !== '_Bool'
    if (isTooLarge)
      c.warn(place, `${value.value} does not fit in ${type.name}, so the value becomes ${result}`)
    return integer(result, type, place)
  }
  return withType(value, type, isExplicit)
}

function toFloat(value: TypedExpression, type: FloatType, isExplicit: boolean): TypedExpression {
  if (value.kind === 'integer') return float(integerToFloat(value.value, type), type, value.place)
  if (value.kind === 'float') return float(round(value.value, type), type, value.place)
  return withType(value, type, isExplicit)
}

/** An integer constant as an address: sign-extended from a narrower type, cut from a wider one. */
function toAddress(c: Context, value: TypedExpression & { kind: 'integer' }): bigint {
  return BigInt.asUintN(pointerSize(c.model) * 8, value.value)
}

function withType(value: TypedExpression, type: CType, isExplicit: boolean): TypedExpression {
  const isSame = sameType(value.type, type, true) && enumTagOf(value.type) === enumTagOf(type)
  const isRenamed = isExplicit && value.type.alias !== type.alias
  // A bit-field's value is as wide as its type afterwards, even where nothing else changes: it is promoted no more.
  if (isSame && !isRenamed && bitWidth(value) === null) return value
  return { kind: 'convert', operand: value, isExplicit, type, place: value.place }
}

function enumTagOf(type: CType): string | undefined {
  return type.kind === 'integer' ? type.enumTag : undefined
}

/** The integer promotions (C99 6.3.1.1): types narrower than int, and bit-fields whose values an int holds, become int. */
export function promote(c: Context, value: TypedExpression): TypedExpression {
  if (value.type.kind !== 'integer') return value
  return convert(c, value, promotedType(value.type, bitWidth(value)))
}

/** What a value of an integer type is promoted to; `bits` is the width of the bit-field it comes from. */
export function promotedType(type: IntegerType, bits: number | null): IntegerType {
  const width = bits ?? type.size * 8
  if (width < 32 || (width === 32 && type.isSigned && type.size > 4))
    return aliased(INT, type, type.size === 4)
  if (type.enumTag !== undefined || (bits !== null && type.size > 4 && width === 32)) {
    const { enumTag: _, ...plain } = type
    return type.size > 4 && bits === null ? plain : aliased(type.isSigned ? INT : UNSIGNED_INT, type, false)
  }
  return type
}

function aliased(type: IntegerType, from: IntegerType, isKept: boolean): IntegerType {
  return isKept && from.alias !== undefined ? { ...type, alias: from.alias } : type
}

/** What a value passed to `...` or to a function without prototype becomes (C99 6.5.2.2): float becomes double too. */
export function promoteArgument(c: Context, value: TypedExpression): TypedExpression {
  if (value.type.kind === 'float' && value.type.name === 'float') return convert(c, value, DOUBLE)
  return promote(c, value)
}

/** The common type of two arithmetic types after promotion (C99 6.3.1.8), with the alias of the one that decides it. */
export function commonType(left: CType, right: CType): IntegerType | FloatType {
  if (left.kind === 'float' || right.kind === 'float') return commonFloat(left, right)
  const a = left as IntegerType
  const b = right as IntegerType
  if (sameType(a, b, true)) return a.alias === undefined ? b : a
  if (a.isSigned === b.isSigned) return rank(a) >= rank(b) ? a : b
  const [unsigned, signed] = a.isSigned ? [b, a] : [a, b]
  if (rank(unsigned) >= rank(signed)) return unsigned
  if (signed.size > unsigned.size) return signed
  return { ...signed, name: `unsigned ${signed.name}` as IntegerType['name'], isSigned: false }
}

function commonFloat(left: CType, right: CType): FloatType {
  const names = [left, right].map((type) => (type.kind === 'float' ? type.name : 'int'))
  const decides = (name: string) => (names[0] === name ? left : right)
  if (names.includes('long double')) return { ...LONG_DOUBLE, ...aliasOf(decides('long double')) }
  if (names.includes('double')) return { ...DOUBLE, ...aliasOf(decides('double')) }
  return { ...FLOAT, ...aliasOf(decides('float')) }
}

function aliasOf(type: CType): { alias?: string } {
  return type.alias === undefined ? {} : { alias: type.alias }
}

const RANKS = ['_Bool', 'char', 'short', 'int', 'long', 'long long']

/** The integer conversion rank. */
function rank(type: IntegerType): number {
  return RANKS.indexOf(type.name.replace(/^(un)?signed /, ''))
}

/** Whether an integer constant keeps its meaning in the type, read as signed or as unsigned. */
export function fits(value: bigint, type: IntegerType): boolean {
  if (type.name === '_Bool') return true
  return (
    wrap(value, { ...type, isSigned: true }) === value || wrap(value, { ...type, isSigned: false }) === value
  )
}

/** The place of a value in words of a message: `the initialiser of x`. */
export interface Purpose {
  readonly place: Place
  readonly words: string
}
