import { binaryOf } from './decimal.ts'

/** A floating-point number read from text. */
export interface ParsedFloat {
  readonly value: number
  /** Characters that belong to it; 0 when there is no number. */
  readonly length: number
  /** Too large, or so small that digits were lost: ERANGE. */
  readonly isOutOfRange: boolean
}

/** What a binary format can hold. */
interface Precision {
  readonly bits: number
  /** Exponent of the lowest bit of the smallest subnormal number. */
  readonly lowest: number
  readonly largest: number
  readonly smallestNormal: number
}

const DOUBLE: Precision = {
  bits: 53,
  lowest: -1074,
  largest: Number.MAX_VALUE,
  smallestNormal: 2.2250738585072014e-308,
}
const FLOAT: Precision = {
  bits: 24,
  lowest: -149,
  largest: 3.4028234663852886e38,
  smallestNormal: 1.1754943508222875e-38,
}
/** Halfway between the largest float and 2^128: from here on a float is infinite. */
const FLOAT_LIMIT = 3.4028235677973366e38

const NOTHING: ParsedFloat = { value: 0, length: 0, isOutOfRange: false }
const WORD = /^[+-]?(?:infinity|inf|nan(?:\([A-Za-z0-9_]*\))?)/i
const HEXADECIMAL = /^([+-]?)0[xX](?:([0-9a-fA-F]+)\.?([0-9a-fA-F]*)|\.([0-9a-fA-F]+))(?:[pP]([+-]?[0-9]+))?/
const DECIMAL = /^[+-]?(?:([0-9]+)\.?([0-9]*)|\.([0-9]+))(?:[eE]([+-]?[0-9]+))?/
/** An exponent beyond this is as good as infinite; bigger ones would only make bigger integers. */
const EXTREME_EXPONENT = 100000

/**
 * The number at the start of `text` as strtod reads it, after white space: decimal, hexadecimal, inf or nan. Correctly
 * rounded, to single precision with `isSingle`.
 */
export function parseFloatingPoint(text: string, isSingle = false): ParsedFloat {
  const space = /^[ \t\n\v\f\r]*/.exec(text)![0].length
  const rest = text.slice(space)
  const parsed = parseNumber(rest, isSingle ? FLOAT : DOUBLE)
  return parsed.length === 0 ? NOTHING : { ...parsed, length: parsed.length + space }
}

function parseNumber(text: string, precision: Precision): ParsedFloat {
  const sign = text.startsWith('-') ? -1 : 1
  const word = WORD.exec(text)
  if (word !== null) {
    const isNan = /^[+-]?n/i.test(word[0])
    return { value: sign * (isNan ? Number.NaN : Infinity), length: word[0].length, isOutOfRange: false }
  }
  const hexadecimal = HEXADECIMAL.exec(text)
  if (hexadecimal !== null) {
    const fraction = hexadecimal[3] ?? hexadecimal[4] ?? ''
    const digits = BigInt(`0x0${hexadecimal[2] ?? ''}${fraction}`)
    const exponent = bounded(hexadecimal[5]) - 4 * fraction.length
    const { value, isOutOfRange } = rounded(digits, exponent, precision)
    return { value: sign * value, length: hexadecimal[0].length, isOutOfRange }
  }
  const decimal = DECIMAL.exec(text)
  return decimal === null ? NOTHING : parseDecimal(decimal, sign, precision)
}

function bounded(exponent: string | undefined): number {
  return Math.max(-EXTREME_EXPONENT, Math.min(EXTREME_EXPONENT, Number(exponent ?? 0)))
}

/** mantissa · 2^exponent in the given precision, ties to even. */
function rounded(
  mantissa: bigint,
  exponent: number,
  to: Precision,
): { value: number; isOutOfRange: boolean } {
  if (mantissa === 0n) return { value: 0, isOutOfRange: false }
  const length = mantissa.toString(2).length
  if (length + exponent > 1100) return { value: Infinity, isOutOfRange: true }
  const drop = Math.max(length - to.bits, to.lowest - exponent, 0)
  if (drop > length + 1) return { value: 0, isOutOfRange: true }
  let kept = mantissa >> BigInt(drop)
  const rest = mantissa - (kept << BigInt(drop))
  const half = drop === 0 ? 0n : 1n << BigInt(drop - 1)
  if (drop > 0 && (rest > half || (rest === half && (kept & 1n) === 1n))) kept += 1n
  // In two steps, so that neither factor leaves the range of a double.
  const power = exponent + drop
  const value = Number(kept) * 2 ** Math.max(power, -1000) * 2 ** Math.min(0, power + 1000)
  if (value > to.largest) return { value: Infinity, isOutOfRange: true }
  return { value, isOutOfRange: value < to.smallestNormal && rest !== 0n }
}

function parseDecimal(match: RegExpExecArray, sign: number, precision: Precision): ParsedFloat {
  const fraction = match[2] ?? match[3] ?? ''
  const digits = `${match[1] ?? ''}${fraction}`.replace(/^0+/, '')
  const exponent = bounded(match[4]) - fraction.length
  const length = match[0].length
  if (digits === '') return { value: sign * 0, length, isOutOfRange: false }
  const nearest = Number(`${digits}e${exponent}`)
  const value = precision === FLOAT ? nearestFloat(nearest, digits, exponent) : nearest
  const isTiny = Math.abs(value) < precision.smallestNormal
  const isOutOfRange =
    value > precision.largest || (isTiny && (value === 0 || compareDecimal(digits, exponent, value) !== 0))
  return { value: sign * value, length, isOutOfRange }
}

/** Rounding to double first goes wrong only where the double lies exactly between two floats. */
function nearestFloat(nearest: number, digits: string, exponent: number): number {
  if (nearest === FLOAT_LIMIT) return compareDecimal(digits, exponent, nearest) < 0 ? FLOAT.largest : Infinity
  const single = Math.fround(nearest)
  if (single === nearest || !Number.isFinite(single)) return single
  const other = neighbour(single, nearest > single)
  if (nearest - single !== other - nearest) return single
  const order = compareDecimal(digits, exponent, nearest)
  if (order === 0) return single
  return order > 0 === nearest > single ? other : single
}

/** The next float above, or below, a positive float or zero. */
function neighbour(value: number, isUp: boolean): number {
  const bits = new DataView(new ArrayBuffer(4))
  bits.setFloat32(0, value)
  bits.setUint32(0, bits.getUint32(0) + (isUp ? 1 : -1))
  return bits.getFloat32(0)
}

/** The order of digits · 10^exponent and a finite double: negative, 0 or positive. */
function compareDecimal(digits: string, exponent: number, value: number): number {
  const binary = binaryOf(value)
  let left = BigInt(digits)
  let right = binary.mantissa
  if (exponent >= 0) left *= 10n ** BigInt(exponent)
  else right *= 10n ** BigInt(-exponent)
  if (binary.exponent >= 0) right <<= BigInt(binary.exponent)
  else left <<= BigInt(-binary.exponent)
  return left < right ? -1 : left > right ? 1 : 0
}
