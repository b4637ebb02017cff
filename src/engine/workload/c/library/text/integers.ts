import { TWO_32 } from '../../../../units.ts'

/** Above this the upper half makes a number inexact, and bigint must help. */
const EXACT_HIGH = 0x200000

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** The digits of an unsigned 64-bit integer given in halves; `base` from 2 to 36, lower case. */
export function unsignedDigits(low: number, high: number, base: number): string {
  const upper = high >>> 0
  if (upper < EXACT_HIGH) return (upper * TWO_32 + (low >>> 0)).toString(base)
  return ((BigInt(upper) << 32n) | BigInt(low >>> 0)).toString(base)
}

/** The digits of the magnitude of a signed 64-bit integer. */
export function magnitudeDigits(low: number, high: number, base: number): string {
  if (high >= 0) return unsignedDigits(low, high, base)
  // Two's complement, half by half.
  const negatedLow = -low >>> 0
  return unsignedDigits(negatedLow, ~high + (negatedLow === 0 ? 1 : 0), base)
}

/** An integer read from text as strtol reads it. */
export interface ParsedInteger {
  /** With its sign; as large as the text says. */
  readonly value: bigint
  readonly isNegative: boolean
  /** Characters that belong to it, white space included; 0 when there is no number. */
  readonly length: number
}

/**
 * The integer at the start of `text` in `base` (0: by its prefix 0x or 0; 2 to 36), after white space and a sign. Digits
 * beyond what 64 bits hold are counted but only make the value "too large".
 */
export function parseInteger(text: string, base: number): ParsedInteger {
  let at = /^[ \t\n\v\f\r]*/.exec(text)![0].length
  const sign = text[at]
  if (sign === '-' || sign === '+') at++
  const isHexadecimal = /^0[xX][0-9a-fA-F]/.test(text.slice(at, at + 3))
  if (base === 0) base = isHexadecimal ? 16 : text[at] === '0' ? 8 : 10
  if (base === 16 && isHexadecimal) at += 2
  const start = at
  while (at < text.length && digitValue(text.charCodeAt(at)) < base) at++
  const isNegative = sign === '-'
  if (at === start) return { value: 0n, isNegative, length: 0 }
  const value = digitsValue(text.slice(start, at), base)
  return { value: isNegative ? -value : value, isNegative, length: at }
}

/** The value of a digit or letter; 36 for everything else. */
export function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 122 ? letter - 87 : LETTERS.length
}

/** Beyond 2^64 the exact value does not matter, so that very long rows of digits cost no time. */
const MOST_VALUE = 1n << 70n

function digitsValue(digits: string, base: number): bigint {
  if (digits.length <= 9) return BigInt(Number.parseInt(digits, base))
  let value = 0n
  for (let i = 0; i < digits.length && value < MOST_VALUE; i++) {
    value = value * BigInt(base) + BigInt(digitValue(digits.charCodeAt(i)))
  }
  return value
}
