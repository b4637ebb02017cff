import type { HostFunction } from '../../host.ts'
import { binaryOf, isNegative } from '../text/decimal.ts'
import { host } from './define.ts'
import { erf, erfc, lgamma, tgamma } from './special.ts'

/*
 * math.h. What C99 and IEEE 754 define exactly (sqrt, floor, fmod, rint …) is exact; the others are JavaScript's own,
 * which in the common cases round as libm does. Each function comes for double, float (`f`) and long double (`l`).
 */

type Unary = (x: number) => number
type Binary = (x: number, y: number) => number

const SAME: readonly (readonly [name: string, suffix: string])[] = [
  ['', ''],
  ['f', 'f'],
  ['l', 'l'],
]

function unary(name: string, compute: Unary): HostFunction[] {
  return SAME.map(([, suffix]) => {
    const finish = suffix === 'f' ? Math.fround : same
    return host(name + suffix, (call) => call.returnDouble(finish(compute(call.double(0)))))
  })
}

function binary(name: string, compute: Binary): HostFunction[] {
  return SAME.map(([, suffix]) => {
    const finish = suffix === 'f' ? Math.fround : same
    return host(name + suffix, (call) => call.returnDouble(finish(compute(call.double(0), call.double(1)))))
  })
}

function same(x: number): number {
  return x
}

/** Rounds to an integer, ties to even: rint and nearbyint in the default rounding mode. */
export function roundEven(x: number): number {
  if (!(Math.abs(x) < 2 ** 52)) return x
  const rounded = x >= 0 ? x + 2 ** 52 - 2 ** 52 : x - 2 ** 52 + 2 ** 52
  return rounded === 0 ? copySign(0, x) : rounded
}

/** Rounds to an integer, ties away from zero. */
export function roundAway(x: number): number {
  const whole = Math.trunc(x)
  const rounded = Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole
  return rounded === 0 ? copySign(0, x) : rounded
}

function copySign(x: number, y: number): number {
  return isNegative(x) === isNegative(y) ? x : -x
}

/** The IEEE remainder: x - n·y with n the integer nearest x/y, ties to even; exact. */
export function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y) || !Number.isFinite(x) || y === 0) return Number.NaN
  if (!Number.isFinite(y)) return x
  const size = Math.abs(y)
  let rest = Math.abs(x) % (size <= Number.MAX_VALUE / 2 ? 2 * size : size)
  if (size < 2 ** -1021) {
    if (rest + rest > size) rest -= size
    if (rest + rest >= size && rest !== 0) rest -= size
  } else {
    const half = size / 2
    if (rest > half) {
      rest -= size
      if (rest >= half) rest -= size
    }
  }
  return rest === 0 ? copySign(0, x) : isNegative(x) ? -rest : rest
}

/** The next number from x towards y. */
function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  if (x === y) return y
  if (x === 0) return y > 0 ? 5e-324 : -5e-324
  bits.setFloat64(0, x)
  bits.setBigInt64(0, bits.getBigInt64(0) + (x < y === x > 0 ? 1n : -1n))
  return bits.getFloat64(0)
}

function nextAfterFloat(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  if (x === y) return y
  if (x === 0) return Math.sign(y) * 2 ** -149
  bits.setFloat32(0, x)
  bits.setInt32(0, bits.getInt32(0) + (x < y === x > 0 ? 1 : -1))
  return bits.getFloat32(0)
}

const bits = new DataView(new ArrayBuffer(8))

/** x · 2^n with one rounding. */
export function scale(x: number, n: number): number {
  if (x === 0 || !Number.isFinite(x)) return x
  const { mantissa, exponent } = binaryOf(x)
  const power = exponent + n
  const sign = x < 0 ? -1 : 1
  if (power > 1100) return sign * Infinity
  if (power >= -1074)
    return sign * Number(mantissa) * 2 ** Math.min(power, 900) * 2 ** Math.max(0, power - 900)
  const drop = BigInt(Math.min(-1074 - power, 64))
  const unit = 1n << drop
  const rest = mantissa % unit
  const down = mantissa / unit
  const isUp = rest * 2n > unit || (rest * 2n === unit && (down & 1n) === 1n)
  return sign * Number(isUp ? down + 1n : down) * 2 ** -1074
}

/** The exponent of x: floor(log2 |x|), exactly; for finite numbers other than 0. */
function exponentOf(x: number): number {
  const { mantissa, exponent } = binaryOf(x)
  return exponent + mantissa.toString(2).length - 1
}

function logb(x: number): number {
  if (x === 0) return -Infinity
  return Number.isFinite(x) ? exponentOf(x) : Math.abs(x)
}

/** FP_ILOGB0 and FP_ILOGBNAN are INT_MIN on x86. */
function ilogb(x: number): number {
  if (x === 0 || Number.isNaN(x)) return -2147483648
  return Number.isFinite(x) ? exponentOf(x) : 2147483647
}

function fmax(x: number, y: number): number {
  return Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y)
}

function fmin(x: number, y: number): number {
  return Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.min(x, y)
}

function power(x: number, y: number): number {
  // C99 F.9.4.4: 1 to any power, and -1 to an infinite one, is 1.
  if (x === 1 || (x === -1 && Math.abs(y) === Infinity)) return 1
  return x ** y
}

/** fma with one rounding: the product and sum are exact before it. */
export function fusedMultiplyAdd(x: number, y: number, z: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z)) return x * y + z
  if (x === 0 || y === 0) return x * y + z
  const [a, b, c] = [binaryOf(x), binaryOf(y), binaryOf(z)]
  const low = Math.min(a.exponent + b.exponent, c.exponent)
  const product = (a.mantissa * b.mantissa) << BigInt(a.exponent + b.exponent - low)
  const addend = c.mantissa << BigInt(c.exponent - low)
  const sum = (x < 0 === y < 0 ? product : -product) + (z < 0 ? -addend : addend)
  if (sum === 0n) return x * y + z
  return sum < 0n ? -fromBinary(-sum, low) : fromBinary(sum, low)
}

/** mantissa · 2^exponent, rounded once to double, ties to even. */
function fromBinary(mantissa: bigint, exponent: number): number {
  const extra = mantissa.toString(2).length - 53
  const drop = Math.max(extra, -1074 - exponent, 0)
  const unit = 1n << BigInt(drop)
  const rest = mantissa % unit
  let kept = mantissa / unit
  if (rest * 2n > unit || (rest * 2n === unit && (kept & 1n) === 1n)) kept += 1n
  return scale(Number(kept), exponent + drop)
}

const roundings: readonly (readonly [string, Unary])[] = [
  ['rint', roundEven],
  ['round', roundAway],
]

/** lrint, lround and the long long ones: out of range as x86 converts it. */
function toInteger(prefix: string): HostFunction[] {
  return roundings.flatMap(([name, compute]) =>
    SAME.map(([, suffix]) => {
      const isLong = prefix === 'l'
      return host(`${prefix}${name}${suffix}`, (call) => {
        const value = compute(call.double(0))
        const limit = isLong && call.model === 'ilp32' ? 2 ** 31 : 2 ** 63
        const fits = value >= -limit && value < limit
        const whole = BigInt.asIntN(64, fits ? BigInt(value) : -BigInt(limit))
        call.returnHalves(Number(BigInt.asIntN(32, whole)), Number(whole >> 32n))
      })
    }),
  )
}

/** frexp, modf: a part of the result is stored through the pointer in argument 1. */
function frexp(suffix: string): HostFunction {
  return host(`frexp${suffix}`, (call) => {
    const x = call.double(0)
    const isPlain = x !== 0 && Number.isFinite(x)
    const exponent = isPlain ? exponentOf(x) + 1 : 0
    call.checks?.writes(`frexp${suffix}`, call.pointer(1), 4)
    call.process.words.store32(call.pointer(1), exponent >>> 0)
    call.returnDouble(isPlain ? scale(x, -exponent) : x)
  })
}

function modf(suffix: string): HostFunction {
  return host(`modf${suffix}`, (call) => {
    const x = call.double(0)
    const whole = Math.trunc(x)
    bits.setFloat64(0, whole)
    const { words } = call.process
    call.checks?.writes(`modf${suffix}`, call.pointer(1), suffix === 'f' ? 4 : 8)
    if (suffix === 'f') {
      bits.setFloat32(0, whole)
      words.store32(call.pointer(1), bits.getUint32(0))
    } else {
      words.store32(call.pointer(1), bits.getUint32(4))
      words.store32(call.pointer(1) + 4, bits.getUint32(0))
    }
    call.returnDouble(Number.isFinite(x) ? copySign(x - whole, x) : Number.isNaN(x) ? x : copySign(0, x))
  })
}

function withInt(name: string): HostFunction[] {
  return SAME.map(([, suffix]) => {
    const finish = suffix === 'f' ? Math.fround : same
    return host(name + suffix, (call) => {
      const n = name === 'scalbln' ? call.long(1) : call.int(1)
      call.returnDouble(finish(scale(call.double(0), Math.max(-5000, Math.min(5000, n)))))
    })
  })
}

/** math.h. */
export const mathFunctions: readonly HostFunction[] = [
  ...unary('sqrt', Math.sqrt),
  ...unary('cbrt', Math.cbrt),
  ...unary('floor', Math.floor),
  ...unary('ceil', Math.ceil),
  ...unary('trunc', Math.trunc),
  ...unary('round', roundAway),
  ...unary('rint', roundEven),
  ...unary('nearbyint', roundEven),
  ...unary('fabs', Math.abs),
  ...unary('exp', Math.exp),
  ...unary('exp2', (x) => 2 ** x),
  ...unary('exp10', (x) => 10 ** x),
  ...unary('expm1', Math.expm1),
  ...unary('log', Math.log),
  ...unary('log2', Math.log2),
  ...unary('log10', Math.log10),
  ...unary('log1p', Math.log1p),
  ...unary('logb', logb),
  ...unary('sin', Math.sin),
  ...unary('cos', Math.cos),
  ...unary('tan', Math.tan),
  ...unary('asin', Math.asin),
  ...unary('acos', Math.acos),
  ...unary('atan', Math.atan),
  ...unary('sinh', Math.sinh),
  ...unary('cosh', Math.cosh),
  ...unary('tanh', Math.tanh),
  ...unary('asinh', Math.asinh),
  ...unary('acosh', Math.acosh),
  ...unary('atanh', Math.atanh),
  ...unary('erf', erf),
  ...unary('erfc', erfc),
  ...unary('tgamma', tgamma),
  ...unary('lgamma', lgamma),
  ...binary('pow', power),
  ...binary('fmod', (x, y) => x % y),
  ...binary('remainder', remainder),
  ...binary('drem', remainder),
  ...binary('atan2', Math.atan2),
  ...binary('hypot', Math.hypot),
  ...binary('fmax', fmax),
  ...binary('fmin', fmin),
  ...binary('fdim', (x, y) => (x > y ? x - y : x <= y ? 0 : Number.NaN)),
  ...binary('copysign', copySign),
  ...binary('nextafter', nextAfter).filter((each) => each.name !== 'nextafterf'),
  host('nextafterf', (call) => call.returnDouble(nextAfterFloat(call.double(0), call.double(1)))),
  ...withInt('ldexp'),
  ...withInt('scalbn'),
  ...withInt('scalbln'),
  ...['', 'f', 'l'].flatMap((suffix) => [
    frexp(suffix),
    modf(suffix),
    host(`ilogb${suffix}`, (call) => call.returnInt(ilogb(call.double(0)))),
    host(`nan${suffix}`, (call) => call.returnDouble(Number.NaN)),
    host(`fma${suffix}`, (call) => {
      const value = fusedMultiplyAdd(call.double(0), call.double(1), call.double(2))
      call.returnDouble(suffix === 'f' ? Math.fround(value) : value)
    }),
  ]),
  ...toInteger('l'),
  ...toInteger('ll'),
]
