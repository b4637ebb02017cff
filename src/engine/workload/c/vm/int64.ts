import { TWO_32 } from '../../../units.ts'
import { hi, lo } from './registers.ts'

/*
 * 64-bit arithmetic on halves. A result goes into register `a` of the running machine, or into `quotient` and
 * `remainder`. Nothing here allocates.
 */

/** r[a] = x * y modulo 2^64. */
export function multiply(a: number, xLow: number, xHigh: number, yLow: number, yHigh: number): void {
  const x0 = xLow & 0xffff
  const x1 = xLow >>> 16
  const y0 = yLow & 0xffff
  const y1 = yLow >>> 16
  const low = Math.imul(x0, y0)
  const middle = Math.imul(x1, y0) + (low >>> 16)
  const second = (middle & 0xffff) + Math.imul(x0, y1)
  const carried = Math.imul(x1, y1) + (middle >>> 16) + (second >>> 16)
  lo[a] = (second << 16) | (low & 0xffff)
  hi[a] = carried + Math.imul(xLow, yHigh) + Math.imul(xHigh, yLow)
}

/** r[a] = x + y. */
export function add(a: number, xLow: number, xHigh: number, yLow: number, yHigh: number): void {
  const low = (xLow + yLow) | 0
  lo[a] = low
  hi[a] = xHigh + yHigh + (low >>> 0 < xLow >>> 0 ? 1 : 0)
}

/** r[a] = x << count, count from 0 to 63. */
export function shiftLeft(a: number, low: number, high: number, count: number): void {
  if (count === 0) set(a, low, high)
  else if (count < 32) set(a, low << count, (high << count) | (low >>> (32 - count)))
  else set(a, 0, low << (count - 32))
}

/** r[a] = x >> count with copies of the sign. */
export function shiftSigned(a: number, low: number, high: number, count: number): void {
  if (count === 0) set(a, low, high)
  else if (count < 32) set(a, (low >>> count) | (high << (32 - count)), high >> count)
  else set(a, high >> (count - 32), high >> 31)
}

/** r[a] = x >> count with zeros. */
export function shiftUnsigned(a: number, low: number, high: number, count: number): void {
  if (count === 0) set(a, low, high)
  else if (count < 32) set(a, (low >>> count) | (high << (32 - count)), high >>> count)
  else set(a, high >>> (count - 32), 0)
}

export function set(a: number, low: number, high: number): void {
  lo[a] = low
  hi[a] = high
}

/** The result of the last `divide`. */
let quotientLow = 0
let quotientHigh = 0
let remainderLow = 0
let remainderHigh = 0

/** r[a] = x / y or x % y of unsigned numbers; y is not 0. */
export function divideUnsigned(
  a: number,
  xLow: number,
  xHigh: number,
  yLow: number,
  yHigh: number,
  wantsRemainder: boolean,
): void {
  divide(xLow, xHigh, yLow, yHigh)
  if (wantsRemainder) set(a, remainderLow, remainderHigh)
  else set(a, quotientLow, quotientHigh)
}

/** The same of signed numbers, rounded toward zero; the remainder has the sign of x. */
export function divideSigned(
  a: number,
  xLow: number,
  xHigh: number,
  yLow: number,
  yHigh: number,
  wantsRemainder: boolean,
): void {
  const isXNegative = xHigh < 0
  const isNegative = wantsRemainder ? isXNegative : isXNegative !== yHigh < 0
  negateIf(a, xLow, xHigh, isXNegative)
  const magnitudeLow = lo[a]!
  const magnitudeHigh = hi[a]!
  negateIf(a, yLow, yHigh, yHigh < 0)
  divide(magnitudeLow, magnitudeHigh, lo[a]!, hi[a]!)
  if (wantsRemainder) negateIf(a, remainderLow, remainderHigh, isNegative)
  else negateIf(a, quotientLow, quotientHigh, isNegative)
}

function negateIf(a: number, low: number, high: number, isNegative: boolean): void {
  if (isNegative) set(a, -low, ~high + (low === 0 ? 1 : 0))
  else set(a, low, high)
}

/** Unsigned; a number as a double, rounded to nearest. */
export function unsignedValue(low: number, high: number): number {
  return (high >>> 0) * TWO_32 + (low >>> 0)
}

/** Signed; a number as a double, rounded to nearest. */
export function signedValue(low: number, high: number): number {
  return high * TWO_32 + (low >>> 0)
}

const EXACT = 2 ** 53

function divide(xLow: number, xHigh: number, yLow: number, yHigh: number): void {
  const x = unsignedValue(xLow, xHigh)
  const y = unsignedValue(yLow, yHigh)
  if (x < EXACT && y < EXACT) {
    const quotient = Math.floor(x / y)
    const remainder = x % y
    quotientLow = quotient | 0
    quotientHigh = (quotient / TWO_32) | 0
    remainderLow = remainder | 0
    remainderHigh = (remainder / TWO_32) | 0
  } else if (y < EXACT) divideByEstimate(xLow, xHigh, y)
  else divideByShifts(xLow, xHigh, yLow, yHigh)
}

/**
 * The float nearest to a 64-bit integer, whose upper half is given as signed or unsigned. What a double has no room for
 * becomes one sticky bit far below a float's last, so that the value is rounded once.
 */
export function singleOf(low: number, high: number): number {
  const isExact = high >= -0x100000 && high < 0x100000
  const kept = isExact || (low & 0x7ff) === 0 ? low : (low & ~0x7ff) | 0x800
  return Math.fround(high * TWO_32 + (kept >>> 0))
}

/** Quotients in doubles are wrong by little; each round divides what is left, until it is less than y. */
function divideByEstimate(xLow: number, xHigh: number, y: number): void {
  const yLow = y | 0
  const yHigh = (y / TWO_32) | 0
  set(RESULT, 0, 0)
  set(REST, xLow, xHigh)
  // The first remainder is an unsigned number; later ones are small and may be negative.
  let estimate = Math.floor(unsignedValue(xLow, xHigh) / y)
  while (estimate !== 0) {
    const low = estimate | 0
    const high = Math.floor(estimate / TWO_32) | 0
    add(RESULT, lo[RESULT]!, hi[RESULT]!, low, high)
    multiply(PRODUCT, low, high, yLow, yHigh)
    add(REST, lo[REST]!, hi[REST]!, -lo[PRODUCT]!, ~hi[PRODUCT]! + (lo[PRODUCT] === 0 ? 1 : 0))
    estimate = Math.floor(signedValue(lo[REST]!, hi[REST]!) / y)
  }
  quotientLow = lo[RESULT]!
  quotientHigh = hi[RESULT]!
  remainderLow = lo[REST]!
  remainderHigh = hi[REST]!
}

/** Registers beyond those that a program can name. */
const RESULT = 250
const REST = 251
const PRODUCT = 252

/** Shift and subtract; y is at least 2^53, so the quotient has few bits. */
function divideByShifts(xLow: number, xHigh: number, yLow: number, yHigh: number): void {
  quotientLow = 0
  quotientHigh = 0
  remainderLow = xLow
  remainderHigh = xHigh
  for (let shift = Math.max(0, Math.clz32(yHigh) - Math.clz32(xHigh)); shift >= 0; shift--) {
    shiftLeft(PRODUCT, yLow, yHigh, shift)
    if (!isBelow(remainderLow, remainderHigh, lo[PRODUCT]!, hi[PRODUCT]!)) {
      add(REST, remainderLow, remainderHigh, -lo[PRODUCT]!, ~hi[PRODUCT]! + (lo[PRODUCT] === 0 ? 1 : 0))
      remainderLow = lo[REST]!
      remainderHigh = hi[REST]!
      quotientLow |= 1 << shift
    }
  }
}

/** Whether x < y, unsigned. */
function isBelow(xLow: number, xHigh: number, yLow: number, yHigh: number): boolean {
  return xHigh === yHigh ? xLow >>> 0 < yLow >>> 0 : xHigh >>> 0 < yHigh >>> 0
}

// --- Floating point to integers, as gcc 12 on x86-64 does it (cvttsd2si) ---------------------

const TWO_63 = 2 ** 63

/** (int) of a double; out of range 0x80000000. */
export function toInt32(value: number): number {
  return value > -2147483649 && value < 2147483648 ? value | 0 : -2147483648
}

/** (unsigned) of a double: the low half of a 64-bit conversion. */
export function toUint32(value: number): number {
  return value >= -TWO_63 && value < TWO_63 ? value | 0 : 0
}

/** r[a] = (long) of a double; out of range 0x8000000000000000. */
export function toInt64(a: number, value: number): void {
  if (!(value >= -TWO_63 && value < TWO_63)) {
    set(a, 0, -2147483648)
    return
  }
  const whole = Math.trunc(value)
  set(a, whole | 0, Math.floor(whole / TWO_32) | 0)
}

/** r[a] = (unsigned long) of a double; too large ones give 0. */
export function toUint64(a: number, value: number): void {
  if (!(value >= TWO_63)) {
    toInt64(a, value)
    return
  }
  toInt64(a, value - TWO_63)
  hi[a] = hi[a]! ^ -2147483648
}
