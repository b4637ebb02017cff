/** Digits behind the point that a double can have: that of 2^-1074. More precision only adds zeros. */
const MOST_FRACTION = 1074
/** Digits that are ever computed; all later ones are zeros. */
const MOST_DIGITS = 1100

/** A finite double as mantissa · 2^exponent, exactly. */
export interface Binary {
  readonly mantissa: bigint
  readonly exponent: number
}

const view = new DataView(new ArrayBuffer(8))

/** Whether the sign bit is set: also of -0 and of a NaN. */
export function isNegative(value: number): boolean {
  view.setFloat64(0, value)
  return view.getInt32(0) < 0
}

/** The parts of the magnitude of a finite double. */
export function binaryOf(value: number): Binary {
  view.setFloat64(0, value)
  const high = view.getUint32(0)
  const field = (high >>> 20) & 0x7ff
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4))
  if (field === 0) return { mantissa: fraction, exponent: -1074 }
  return { mantissa: fraction | (1n << 52n), exponent: field - 1075 }
}

/** numerator / denominator, rounded to the nearest integer, ties to even. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const twice = (numerator - quotient * denominator) * 2n
  if (twice < denominator || (twice === denominator && (quotient & 1n) === 0n)) return quotient
  return quotient + 1n
}

/** The magnitude of a finite double times 10^power, rounded to an integer, ties to even. */
function scaled(value: number, power: number): bigint {
  const { mantissa, exponent } = binaryOf(value)
  let numerator = mantissa
  let denominator = 1n
  if (power >= 0) numerator *= 10n ** BigInt(power)
  else denominator = 10n ** BigInt(-power)
  if (exponent >= 0) numerator <<= BigInt(exponent)
  else denominator <<= BigInt(-exponent)
  return divideRounded(numerator, denominator)
}

/** `%f` of the magnitude of a finite double: all digits, correctly rounded for any precision. Without a sign. */
export function fixedDigits(value: number, precision: number, keepsPoint: boolean): string {
  const places = Math.min(precision, MOST_FRACTION)
  const digits = scaled(value, places)
    .toString()
    .padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).padEnd(precision, '0')
  return fraction === '' && !keepsPoint ? whole : `${whole}.${fraction}`
}

/** Significant decimal digits, d.ddd · 10^exponent. */
export interface Scientific {
  /** As many as were asked for, up to 1,100; zeros follow. */
  readonly digits: string
  readonly exponent: number
}

/** The magnitude of a finite double, rounded to `count` significant digits (1 or more). */
export function significantDigits(value: number, count: number): Scientific {
  const asked = Math.min(count, MOST_DIGITS)
  if (value === 0) return { digits: '0'.repeat(asked), exponent: 0 }
  let exponent = Math.floor(Math.log10(Math.abs(value)))
  // The estimate can be one off, and rounding can carry into a further digit.
  let digits = scaled(value, asked - 1 - exponent).toString()
  while (digits.length !== asked) {
    exponent += digits.length - asked
    digits = scaled(value, asked - 1 - exponent).toString()
  }
  // 1 and zeros can be a value just below that power of ten, for which one more digit was to be had.
  const finer = /^10*$/.test(digits) ? scaled(value, asked - exponent).toString() : ''
  return finer.length === asked ? { digits: finer, exponent: exponent - 1 } : { digits, exponent }
}

/** `%e` of the magnitude of a finite double. */
export function exponentDigits(value: number, precision: number, keepsPoint: boolean): string {
  const { digits, exponent } = significantDigits(value, precision + 1)
  return withExponent(digits.padEnd(precision + 1, '0'), exponent, keepsPoint)
}

function withExponent(digits: string, exponent: number, keepsPoint: boolean): string {
  const fraction = digits.slice(1)
  const point = fraction !== '' || keepsPoint ? '.' : ''
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${digits[0]}${point}${fraction}e${exponent < 0 ? '-' : '+'}${size}`
}

/** `%g` of the magnitude of a finite double; `keepsZeros` is the flag `#`. */
export function generalDigits(value: number, precision: number, keepsZeros: boolean): string {
  const count = precision === 0 ? 1 : precision
  const { digits, exponent } = significantDigits(value, count)
  if (exponent >= -4 && exponent < count) {
    const text = fixedDigits(value, count - 1 - exponent, keepsZeros)
    return keepsZeros ? text : withoutZeros(text)
  }
  if (keepsZeros)
    return withExponent(losesZeros(value, exponent, count) ? '1' : digits.padEnd(count, '0'), exponent, true)
  return withExponent(digits.replace(/0+$/, '') || '0', exponent, false)
}

/**
 * glibc 2.36 forgets the zeros of `%#g` where only rounding up makes the number too long for `%f`: 999999.5 is 1.e+06
 * (stdio-common/printf_fp.c).
 */
function losesZeros(value: number, exponent: number, count: number): boolean {
  return exponent === count && significantDigits(value, MOST_DIGITS).exponent < exponent
}

function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
