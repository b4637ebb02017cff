import type { EnumSpecifier } from '../ast.ts'
import type { CType, IntegerType } from '../types.ts'
import {
  INT,
  LONG_LONG,
  longType,
  UNSIGNED_INT,
  UNSIGNED_LONG_LONG,
  unsignedLongType,
} from './basic-types.ts'
import type { Context } from './context.ts'
import { highest, lowest } from './fold.ts'
import { integerConstant } from './integer-constant.ts'
import { placeText } from './messages.ts'
import { checkRedeclared } from './redeclared.ts'

/** The enumeration that a specifier names or defines. */
export function enumType(c: Context, specifier: EnumSpecifier): CType {
  const { tag, items, place } = specifier
  if (!items) {
    const known = tag === null ? null : c.scopes.lookUpTag(tag)
    if (known?.word === 'enum') return known.type
    if (known)
      c.fail(
        place,
        `'${tag}' is the tag of a ${known.word} (${placeText(known.place, place)}), not of an enum`,
      )
    const type: IntegerType = { ...UNSIGNED_INT, enumTag: tag ?? '' }
    if (tag !== null) c.scopes.declareTag(tag, { word: 'enum', type, place, isDefined: false })
    return type
  }
  const known = tag === null ? null : c.scopes.lookUpTagHere(tag)
  if (known?.isDefined) {
    c.fail(
      place,
      `'${known.word} ${tag}' is defined a second time; the first is at ${placeText(known.place, place)}`,
    )
  }
  const type: IntegerType = { ...define(c, items), enumTag: tag ?? '' }
  if (tag !== null) c.scopes.declareTag(tag, { word: 'enum', type, place, isDefined: true })
  return type
}

/** Declares the constants; their type is int where it fits, else the underlying type, which is returned (gcc 12). */
function define(c: Context, items: NonNullable<EnumSpecifier['items']>): IntegerType {
  const values: bigint[] = []
  let next = 0n
  for (const item of items) {
    const at = next
    const value = item.value
      ? c.recover(() => integerConstant(c, item.value!, `the value of '${item.name}'`).value, at)
      : at
    checkRedeclared(c, item.name, item.place)
    c.scopes.declare(item.name, { kind: 'constant', type: constantType(c, value), value, place: item.place })
    values.push(value)
    next = value + 1n
  }
  const type = underlyingType(c, values)
  if (type.size === 4) return type
  for (const item of items) {
    const known = c.scopes.lookUpHere(item.name)
    if (known?.kind === 'constant' && !isInt(known.value)) c.scopes.declare(item.name, { ...known, type })
  }
  return type
}

function isInt(value: bigint): boolean {
  return value >= lowest(INT) && value <= highest(INT)
}

/** The type of a constant while the enumeration is still open. */
function constantType(c: Context, value: bigint): IntegerType {
  return isInt(value) ? INT : underlyingType(c, [value])
}

/** unsigned int unless a value is negative; 64 bits where 32 do not hold them. */
function underlyingType(c: Context, values: readonly bigint[]): IntegerType {
  const isNegative = values.some((value) => value < 0n)
  const narrow = isNegative ? INT : UNSIGNED_INT
  if (values.every((value) => value >= lowest(narrow) && value <= highest(narrow))) return narrow
  if (c.model === 'ilp32') return isNegative ? LONG_LONG : UNSIGNED_LONG_LONG
  return isNegative ? longType(c.model) : unsignedLongType(c.model)
}
