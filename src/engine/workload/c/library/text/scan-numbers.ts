import { digitValue, parseInteger } from './integers.ts'
import type { ScanInput } from './scan-input.ts'

/** Takes characters one by one while they fit, within a width. */
class Taker {
  text = ''
  private left: number

  constructor(
    private readonly input: ScanInput,
    width: number,
  ) {
    this.left = width === 0 ? Number.POSITIVE_INFINITY : width
  }

  /** Takes the next character if it fits. */
  take(fits: (character: string) => boolean): string | null {
    if (this.left === 0) return null
    const byte = this.input.next()
    if (byte < 0) return null
    const character = String.fromCharCode(byte)
    if (!fits(character)) {
      this.input.back()
      return null
    }
    this.left--
    this.text += character
    return character
  }

  takeAll(fits: (character: string) => boolean): void {
    while (this.take(fits) !== null);
  }

  /** Takes a word, in either case; false where the input leaves it. What was taken stays taken. */
  takeWord(word: string): boolean {
    for (const letter of word) if (this.take((c) => c.toLowerCase() === letter) === null) return false
    return true
  }
}

const isSign = (c: string) => c === '+' || c === '-'
const isX = (c: string) => c === 'x' || c === 'X'
const isZero = (c: string) => c === '0'
const isDigit = (base: number) => (c: string) => digitValue(c.charCodeAt(0)) < base

/**
 * Takes an integer as scanf does and converts it as strtol (`isSigned`) or strtoul with `bits` bits does, to the nearest
 * that fits. null: there is none. `allowsNil`: `(nil)` is a null pointer.
 */
export function scanIntegerText(
  input: ScanInput,
  base: number,
  width: number,
  bits: number,
  isSigned: boolean,
  allowsNil: boolean,
): bigint | null {
  const taker = new Taker(input, width)
  taker.take(isSign)
  if (taker.take(isZero) !== null) {
    const hasPrefix = (base === 0 || base === 16) && taker.take(isX) !== null
    if (base === 0) base = hasPrefix ? 16 : 8
  } else if (base === 0) base = 10
  taker.takeAll(isDigit(base))
  if (/^[+-]?$/.test(taker.text)) return allowsNil && taker.text === '' && taker.takeWord('(nil)') ? 0n : null
  const { value } = parseInteger(taker.text, base)
  return isSigned ? clampSigned(value, bits) : clampUnsigned(value, bits)
}

/** strtol's answer: the nearest number that fits. */
export function clampSigned(value: bigint, bits: number): bigint {
  const limit = 1n << BigInt(bits - 1)
  if (value >= limit) return limit - 1n
  return value < -limit ? -limit : value
}

/** strtoul's answer: a negative number is taken modulo 2^bits; what is too large becomes the largest. */
export function clampUnsigned(value: bigint, bits: number): bigint {
  const limit = 1n << BigInt(bits)
  if (value >= limit || value <= -limit) return limit - 1n
  return value < 0n ? limit + value : value
}

/** Takes what looks like a floating-point number, as scanf does; null where nothing does. strtod then reads it. */
export function scanFloatText(input: ScanInput, width: number): string | null {
  const taker = new Taker(input, width)
  taker.take(isSign)
  const sign = taker.text
  if (taker.take((c) => c === 'n' || c === 'N') !== null) return taker.takeWord('an') ? taker.text : null
  if (taker.take((c) => c === 'i' || c === 'I') !== null) return takeInfinity(taker)
  let base = 10
  if (taker.take(isZero) !== null && taker.take(isX) !== null) base = 16
  const start = base === 16 ? taker.text.length : sign.length
  taker.takeAll(isDigit(base))
  if (taker.take((c) => c === '.') !== null) taker.takeAll(isDigit(base))
  const hasDigits = /[0-9a-f]/i.test(taker.text.slice(start))
  if (hasDigits && taker.take((c) => c.toLowerCase() === (base === 16 ? 'p' : 'e')) !== null) {
    taker.take(isSign)
    taker.takeAll(isDigit(10))
  }
  // glibc takes "0x." for the number 0.
  return hasDigits || (base === 16 && taker.text.endsWith('.')) ? taker.text : null
}

function takeInfinity(taker: Taker): string | null {
  if (!taker.takeWord('nf')) return null
  if (taker.take((c) => c === 'i' || c === 'I') === null) return taker.text
  return taker.takeWord('nity') ? taker.text : null
}
