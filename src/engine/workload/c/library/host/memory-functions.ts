import type { HostCall, HostFunction } from '../../host.ts'
import { findByte, lengthOf, lengthWithin, readBytes, readString, terminated, writeBytes } from './bytes.ts'
import { host } from './define.ts'

/*
 * string.h: what copies and fills. The checker hears the lengths that are really read and written.
 */

/** Arguments (to, from, length); the result is `to` and, for mempcpy, the place behind. */
function copy(name: string, mayOverlap: boolean, returnsEnd: boolean): HostFunction {
  return host(name, (call) => {
    const to = call.pointer(0)
    const from = call.pointer(1)
    const length = call.size(2)
    tellCopy(call, name, to, from, length, mayOverlap)
    if (length > 0) call.process.words.copy(to, from, length)
    call.returnLong(returnsEnd ? to + length : to)
  })
}

function tellCopy(
  call: HostCall,
  name: string,
  to: number,
  from: number,
  length: number,
  mayOverlap: boolean,
): void {
  const { checks } = call
  if (checks === null || length === 0) return
  if (!mayOverlap && to < from + length && from < to + length) checks.overlaps(name, to, from, length)
  checks.copies(name, to, from, length)
}

/** Writes `bytes`, the string read at `from`, to `to`. */
function put(call: HostCall, name: string, to: number, from: number, bytes: Uint8Array): void {
  const { checks } = call
  if (checks !== null) {
    if (to < from + bytes.length && from < to + bytes.length) checks.overlaps(name, to, from, bytes.length)
    checks.writes(name, to, bytes.length)
  }
  writeBytes(call, to, bytes)
}

/** strcpy and stpcpy. */
function copyString(name: string, returnsEnd: boolean): HostFunction {
  return host(name, (call) => {
    const to = call.pointer(0)
    const bytes = readString(call, name, call.pointer(1))
    put(call, name, to, call.pointer(1), terminated(bytes))
    call.returnLong(returnsEnd ? to + bytes.length : to)
  })
}

/** strncpy and stpncpy: always `length` bytes, zeros behind the string. */
function copyBounded(name: string, returnsEnd: boolean): HostFunction {
  return host(name, (call) => {
    const to = call.pointer(0)
    const from = call.pointer(1)
    const length = call.size(2)
    const found = lengthWithin(call, from, length)
    call.checks?.reads(name, from, Math.min(found + 1, length))
    put(call, name, to, from, readBytes(call, from, found))
    if (length > found) {
      call.checks?.writes(name, to + found, length - found)
      call.process.words.fill(to + found, 0, length - found)
    }
    call.returnLong(returnsEnd ? to + found : to)
  })
}

const strcat = host('strcat', (call) => {
  const to = call.pointer(0)
  const end = to + lengthOf(call, to)
  call.checks?.reads('strcat', to, end - to + 1)
  put(call, 'strcat', end, call.pointer(1), terminated(readString(call, 'strcat', call.pointer(1))))
  call.returnLong(to)
})

const strncat = host('strncat', (call) => {
  const to = call.pointer(0)
  const from = call.pointer(1)
  const end = to + lengthOf(call, to)
  call.checks?.reads('strncat', to, end - to + 1)
  const length = lengthWithin(call, from, call.size(2))
  call.checks?.reads('strncat', from, Math.min(length + 1, call.size(2)))
  put(call, 'strncat', end, from, terminated(readBytes(call, from, length)))
  call.returnLong(to)
})

function fill(
  name: string,
  run: (call: HostCall) => readonly [to: number, value: number, length: number],
): HostFunction {
  return host(name, (call) => {
    const [to, value, length] = run(call)
    if (length > 0) {
      call.checks?.writes(name, to, length)
      call.process.words.fill(to, value & 255, length)
    }
    call.returnLong(to)
  })
}

const memccpy = host('memccpy', (call) => {
  const to = call.pointer(0)
  const from = call.pointer(1)
  const found = findByte(call, from, call.int(2) & 255, call.size(3))
  const length = found < 0 ? call.size(3) : found + 1
  tellCopy(call, 'memccpy', to, from, length, false)
  call.process.words.copy(to, from, length)
  call.returnLong(found < 0 ? 0 : to + length)
})

const swab = host('swab', (call) => {
  const length = Math.max(0, call.long(2)) & ~1
  const bytes = readBytes(call, call.pointer(0), length)
  call.checks?.reads('swab', call.pointer(0), length)
  for (let i = 0; i + 1 < length; i += 2) bytes.subarray(i, i + 2).reverse()
  put(call, 'swab', call.pointer(1), call.pointer(0), bytes)
})

/** bcopy has source and destination the other way round. */
const bcopy = host('bcopy', (call) => {
  tellCopy(call, 'bcopy', call.pointer(1), call.pointer(0), call.size(2), true)
  if (call.size(2) > 0) call.process.words.copy(call.pointer(1), call.pointer(0), call.size(2))
})

/** Functions that copy and fill. */
export const memoryFunctions: readonly HostFunction[] = [
  copy('memcpy', false, false),
  copy('memmove', true, false),
  copy('mempcpy', false, true),
  copyString('strcpy', false),
  copyString('stpcpy', true),
  copyBounded('strncpy', false),
  copyBounded('stpncpy', true),
  strcat,
  strncat,
  fill('memset', (call) => [call.pointer(0), call.int(1), call.size(2)]),
  fill('bzero', (call) => [call.pointer(0), 0, call.size(1)]),
  fill('explicit_bzero', (call) => [call.pointer(0), 0, call.size(1)]),
  memccpy,
  swab,
  bcopy,
]
