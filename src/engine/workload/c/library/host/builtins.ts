import type { HostCall, HostFunction } from '../../host.ts'
import { isNegative } from '../text/decimal.ts'
import { host } from './define.ts'

/*
 * gcc's built-in functions on bits and floating-point numbers, and what math.h's macros call.
 */

const SMALLEST_NORMAL = 2.2250738585072014e-308

/** A function of one unsigned integer: for int, long (`l`) and long long (`ll`). `compute` gets 32 or 64 bits in halves. */
function onBits(name: string, compute: (low: number, high: number, bits: number) => number): HostFunction[] {
  const widths: readonly (readonly [string, (call: HostCall) => number])[] = [
    ['', () => 32],
    ['l', (call) => (call.model === 'lp64' ? 64 : 32)],
    ['ll', () => 64],
  ]
  return widths.map(([suffix, widthOf]) =>
    host(name + suffix, (call) => {
      const bits = widthOf(call)
      call.returnInt(compute(call.low(0) | 0, bits === 64 ? call.high(0) | 0 : 0, bits))
    }),
  )
}

function leadingZeros(low: number, high: number, bits: number): number {
  if (bits === 32) return Math.clz32(low)
  return high !== 0 ? Math.clz32(high) : 32 + Math.clz32(low)
}

function trailingZeros(low: number, high: number): number {
  return low !== 0 ? 31 - Math.clz32(low & -low) : 32 + 31 - Math.clz32(high & -high)
}

function firstSet(low: number, high: number): number {
  return low === 0 && high === 0 ? 0 : trailingZeros(low, high) + 1
}

function countBits(word: number): number {
  let count = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) count++
  return count
}

function redundantSigns(low: number, high: number, bits: number): number {
  const sign = (bits === 64 ? high : low) >> 31
  return leadingZeros(low ^ sign, bits === 64 ? high ^ sign : 0, bits) - 1
}

function swap32(word: number): number {
  return ((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)
}

/** FP_NAN 0, FP_INFINITE 1, FP_ZERO 2, FP_SUBNORMAL 3, FP_NORMAL 4. */
function classify(x: number): number {
  if (Number.isNaN(x)) return 0
  if (!Number.isFinite(x)) return 1
  if (x === 0) return 2
  return Math.abs(x) < SMALLEST_NORMAL ? 3 : 4
}

/** A question about a double, under each of its names. */
function question(names: string, answer: (x: number) => number): HostFunction[] {
  return names.split(' ').map((name) => host(name, (call) => call.returnInt(answer(call.double(0)))))
}

function constant(names: string, value: number): HostFunction[] {
  return names.split(' ').map((name) => host(name, (call) => call.returnDouble(value)))
}

/** `__builtin_…` and math.h's helpers. */
export const builtinFunctions: readonly HostFunction[] = [
  ...onBits('__builtin_clz', leadingZeros),
  ...onBits('__builtin_ctz', trailingZeros),
  ...onBits('__builtin_ffs', firstSet),
  ...onBits('__builtin_popcount', (low, high) => countBits(low) + countBits(high)),
  ...onBits('__builtin_parity', (low, high) => countBits(low ^ high) & 1),
  ...onBits('__builtin_clrsb', redundantSigns),
  host('__builtin_bswap16', (call) => call.returnInt((swap32(call.int(0)) >>> 16) & 0xffff)),
  host('__builtin_bswap32', (call) => call.returnInt(swap32(call.int(0)))),
  host('__builtin_bswap64', (call) => call.returnHalves(swap32(call.high(0)), swap32(call.low(0)))),
  ...question('__isnan __builtin_isnan', (x) => (Number.isNaN(x) ? 1 : 0)),
  ...question('__isinf __builtin_isinf __builtin_isinf_sign', (x) =>
    Math.abs(x) === Infinity ? Math.sign(x) : 0,
  ),
  ...question('__finite __builtin_isfinite', (x) => (Number.isFinite(x) ? 1 : 0)),
  ...question('__signbit __builtin_signbit __builtin_signbitf __builtin_signbitl', (x) =>
    isNegative(x) ? 1 : 0,
  ),
  ...question('__fpclassify', classify),
  ...question('__builtin_isnormal', (x) => (classify(x) === 4 ? 1 : 0)),
  ...constant('__builtin_huge_val __builtin_huge_valf __builtin_huge_vall', Infinity),
  ...constant('__builtin_inf __builtin_inff __builtin_infl', Infinity),
  ...constant('__builtin_nan __builtin_nanf __builtin_nanl', Number.NaN),
]
