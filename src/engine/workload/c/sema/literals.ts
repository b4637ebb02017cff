import type { DataModel } from '../source.ts'
import type { CType, FloatType, IntegerType } from '../types.ts'
import {
  DOUBLE,
  FLOAT,
  INT,
  LONG_DOUBLE,
  LONG_LONG,
  longType,
  UNSIGNED_INT,
  UNSIGNED_LONG_LONG,
  unsignedLongType,
} from './basic-types.ts'
import { highest, round } from './fold.ts'

/** A number as read from its spelling, or what is wrong with it. */
export type NumberReading =
  | {
      readonly kind: 'integer'
      readonly value: bigint
      readonly type: IntegerType
      readonly warning?: string
    }
  | { readonly kind: 'float'; readonly value: number; readonly type: FloatType }
  | { readonly kind: 'error'; readonly message: string }

/** Reads an integer or floating constant (C99 6.4.4.1 and 6.4.4.2, GNU's 0b and unsuffixed hexadecimal floats). */
export function readNumber(text: string, model: DataModel): NumberReading {
  const isHex = /^0[xX]/.test(text)
  const isFloat = isHex ? /[.pP]/.test(text) : /[.eE]/.test(text) && !/^0[bB]/.test(text)
  return isFloat ? readFloat(text, isHex) : readInteger(text, model)
}

function readInteger(text: string, model: DataModel): NumberReading {
  const match = /^(0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)([uUlL]*)$/.exec(text)
  if (!match) return { kind: 'error', message: integerProblem(text) }
  const [, digits, suffix] = match as unknown as [string, string, string]
  const lower = suffix.toLowerCase()
  if (!/^(u?(l|ll)?|(l|ll)u)$/.test(lower) || /lL|Ll/.test(suffix)) {
    return {
      kind: 'error',
      message: `'${suffix}' is no suffix of an integer constant (expected u, l, ll or a mix)`,
    }
  }
  const isDecimal = /^[1-9]/.test(digits)
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits)
  const candidates = integerTypes(lower, isDecimal, model)
  const type = candidates.find((each) => value <= highest(each))
  if (type) return { kind: 'integer', value, type }
  const wrapped = BigInt.asUintN(64, value)
  const warning =
    wrapped === value
      ? `integer constant ${digits} is so large that it is unsigned`
      : `integer constant ${digits} does not fit in 64 bits`
  return { kind: 'integer', value: wrapped, type: UNSIGNED_LONG_LONG, warning }
}

/** The types that a constant may have, in the order in which they are tried. */
function integerTypes(suffix: string, isDecimal: boolean, model: DataModel): IntegerType[] {
  const rank = suffix.includes('ll') ? 2 : suffix.includes('l') ? 1 : 0
  const pairs: [IntegerType, IntegerType][] = [
    [INT, UNSIGNED_INT],
    [longType(model), unsignedLongType(model)],
    [LONG_LONG, UNSIGNED_LONG_LONG],
  ]
  const types = pairs.slice(rank)
  if (suffix.includes('u')) return types.map(([, unsigned]) => unsigned)
  return isDecimal ? types.map(([signed]) => signed) : types.flat()
}

function integerProblem(text: string): string {
  if (/^0[0-9]*[89]/.test(text)) return `${text} begins with 0 and so is octal, which has no digits 8 and 9`
  return `'${text}' is no number`
}

function readFloat(text: string, isHex: boolean): NumberReading {
  const match = isHex
    ? /^(0[xX][0-9a-fA-F]*\.?[0-9a-fA-F]*[pP][+-]?[0-9]+)([fFlL]?)$/.exec(text)
    : /^([0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]+)?)([fFlL]?)$/.exec(text)
  if (!match) return { kind: 'error', message: `'${text}' is no number` }
  const [, digits, suffix] = match as unknown as [string, string, string]
  const type = /[fF]/.test(suffix) ? FLOAT : /[lL]/.test(suffix) ? LONG_DOUBLE : DOUBLE
  const value = isHex ? hexFloat(digits) : Number(digits)
  if (Number.isNaN(value)) return { kind: 'error', message: `'${text}' is no number` }
  return { kind: 'float', value: round(value, type), type }
}

/** `0x1.8p3`: digits times a power of two. More than 53 bits of digits are rounded. */
function hexFloat(text: string): number {
  const [, whole = '', fraction = '', exponent] = /^0[xX]([^.pP]*)\.?([^pP]*)[pP](.*)$/.exec(text) ?? []
  if (whole + fraction === '') return Number.NaN
  const mantissa = Number(BigInt(`0x${whole}${fraction}`))
  let power = Number(exponent) - 4 * fraction.length
  let value = mantissa
  for (; power > 0 && Number.isFinite(value) && value !== 0; power--) value *= 2
  for (; power < 0 && value !== 0; power++) value /= 2
  return value
}

/** The value of a character constant: a char, or for several characters an int with the last one lowest (gcc). */
export function characterValue(bytes: Uint8Array): bigint {
  if (bytes.length === 1) return BigInt.asIntN(8, BigInt(bytes[0]!))
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return BigInt.asIntN(32, value)
}

/** The value of L'…', whose bytes are 4-byte little-endian units; the last one counts. */
export function wideCharacterValue(bytes: Uint8Array): bigint {
  const at = bytes.length - 4
  return BigInt(new DataView(bytes.buffer, bytes.byteOffset).getInt32(at, true))
}

/** The type of a string literal: an array of char (or wchar_t) with room for the final NUL. */
export function stringType(bytes: Uint8Array, unit: IntegerType): CType {
  return { kind: 'array', element: unit, length: bytes.length / unit.size + 1 }
}
