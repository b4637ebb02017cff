import { EINVAL } from '../../../../kernel/index.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { parseInteger } from '../text/integers.ts'
import { parseFloatingPoint } from '../text/parse-float.ts'
import { clampSigned, clampUnsigned } from '../text/scan-numbers.ts'
import { readText } from './bytes.ts'
import { host } from './define.ts'

/*
 * stdlib.h: numbers from text.
 */

const ERANGE = 34

/** strtol and its relations: (text, where to store the end, base). `isLong`: of the size of `long`, else of 64 bits. */
function integerFrom(name: string, isSigned: boolean, isLong: boolean): HostFunction {
  return host(name, (call) => {
    const base = call.int(2)
    if (base < 0 || base === 1 || base > 36) {
      call.setErrno(EINVAL)
      return call.returnHalves(0, 0)
    }
    const parsed = parseInteger(readText(call, name, call.pointer(0)), base)
    storeEnd(call, name, parsed.length)
    returnBig(call, clamped(call, parsed.value, isLong && call.model === 'ilp32' ? 32 : 64, isSigned))
  })
}

/** Cuts a value to what the type holds, with ERANGE where it did not fit. */
function clamped(call: HostCall, value: bigint, bits: number, isSigned: boolean): bigint {
  const result = isSigned ? clampSigned(value, bits) : clampUnsigned(value, bits)
  const fits = isSigned ? result === value : value > -(1n << BigInt(bits)) && value < 1n << BigInt(bits)
  if (!fits) call.setErrno(ERANGE)
  return result
}

function returnBig(call: HostCall, value: bigint): void {
  const bits = BigInt.asIntN(64, value)
  call.returnHalves(Number(BigInt.asIntN(32, bits)), Number(bits >> 32n))
}

function storeEnd(call: HostCall, name: string, length: number): void {
  const where = call.pointer(1)
  if (where === 0) return
  call.checks?.writes(name, where, call.model === 'lp64' ? 8 : 4)
  call.storePointer(where, call.pointer(0) + length)
}

/** atoi is (int) strtol(text, NULL, 10), in glibc too: what does not fit an int is cut off. */
function plainInteger(name: string, bitsOf: (call: HostCall) => number): HostFunction {
  return host(name, (call) => {
    const { value } = parseInteger(readText(call, name, call.pointer(0)), 10)
    returnBig(call, clamped(call, value, bitsOf(call), true))
  })
}

const atoi = host('atoi', (call) => {
  const { value } = parseInteger(readText(call, 'atoi', call.pointer(0)), 10)
  call.returnInt(Number(BigInt.asIntN(32, clamped(call, value, longBits(call), true))))
})

function longBits(call: HostCall): number {
  return call.model === 'lp64' ? 64 : 32
}

function floatFrom(name: string, isSingle: boolean): HostFunction {
  return host(name, (call) => {
    const parsed = parseFloatingPoint(readText(call, name, call.pointer(0)), isSingle)
    storeEnd(call, name, parsed.length)
    if (parsed.isOutOfRange) call.setErrno(ERANGE)
    call.returnDouble(parsed.value)
  })
}

const atof = host('atof', (call) => {
  const parsed = parseFloatingPoint(readText(call, 'atof', call.pointer(0)))
  if (parsed.isOutOfRange) call.setErrno(ERANGE)
  call.returnDouble(parsed.value)
})

/** Functions that read numbers. */
export const numberFunctions: readonly HostFunction[] = [
  integerFrom('strtol', true, true),
  integerFrom('strtoul', false, true),
  integerFrom('strtoll', true, false),
  integerFrom('strtoull', false, false),
  integerFrom('strtoimax', true, false),
  integerFrom('strtoumax', false, false),
  integerFrom('strtoq', true, false),
  integerFrom('strtouq', false, false),
  floatFrom('strtod', false),
  floatFrom('strtold', false),
  floatFrom('strtof', true),
  atof,
  atoi,
  plainInteger('atol', longBits),
  plainInteger('atoll', () => 64),
]
