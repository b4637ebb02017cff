import { binaryOf } from './decimal.ts'

/** Hexadecimal digits behind the point of a double, and of an x87 long double. */
const DOUBLE_PLACES = 13
const EXTENDED_PLACES = 15
const LEAST_EXPONENT = -1022

/**
 * `%a` of the magnitude of a finite double, as glibc prints it: 0x1.8p+1; a subnormal number with a leading 0. With
 * `isExtended` as `%La` on x86, where the leading digit holds four bits of the mantissa: 0xcp-2. Negative `precision`:
 * as many digits as are needed. Rounds ties to even.
 */
export function hexFloatDigits(
  value: number,
  precision: number,
  keepsPoint: boolean,
  isExtended: boolean,
): string {
  const places = isExtended ? EXTENDED_PLACES : DOUBLE_PLACES
  const parts = isExtended ? extended(value) : ordinary(value)
  const exponent = parts.exponent
  let mantissa = parts.mantissa
  if (precision >= 0 && precision < places) mantissa = roundedAt(mantissa, 4 * (places - precision))
  const digits = mantissa.toString(16).padStart(places + 1, '0')
  const lead = digits.slice(0, digits.length - places)
  const fraction = shaped(digits.slice(digits.length - places), precision)
  const point = fraction !== '' || keepsPoint ? '.' : ''
  // A carry out of the leading digit of an extended number would make it 0x10.
  const carry = isExtended && lead.length > 1
  return `0x${carry ? '1' : lead}${point}${fraction}p${signed(carry ? exponent + 4 : exponent)}`
}

function ordinary(value: number): { mantissa: bigint; exponent: number } {
  if (value === 0) return { mantissa: 0n, exponent: 0 }
  const { mantissa, exponent } = binaryOf(value)
  return { mantissa, exponent: Math.max(exponent + 52, LEAST_EXPONENT) }
}

/** The mantissa shifted up to 64 bits, as an x87 register holds it. */
function extended(value: number): { mantissa: bigint; exponent: number } {
  if (value === 0) return { mantissa: 0n, exponent: 0 }
  const { mantissa, exponent } = binaryOf(value)
  const shift = 64 - mantissa.toString(2).length
  return { mantissa: mantissa << BigInt(shift), exponent: exponent - shift + 60 }
}

/** Clears the lowest `bits` bits, rounding to nearest, ties to even. */
function roundedAt(mantissa: bigint, bits: number): bigint {
  const unit = 1n << BigInt(bits)
  const rest = mantissa % unit
  const down = mantissa - rest
  const isUp = rest * 2n > unit || (rest * 2n === unit && (down / unit) % 2n === 1n)
  return isUp ? down + unit : down
}

function shaped(fraction: string, precision: number): string {
  if (precision < 0) return fraction.replace(/0+$/, '')
  return fraction.slice(0, precision).padEnd(precision, '0')
}

function signed(exponent: number): string {
  return exponent < 0 ? String(exponent) : `+${exponent}`
}
