import type { Address, Bytes } from '../../../../units.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { findByte, lengthWithin, readBytes, readLength, writeBytes } from './bytes.ts'
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

/** Copies `length` bytes of a string, which were told as read, to `to`. */
function put(call: HostCall, name: string, to: Address, from: Address, length: Bytes): void {
  const { checks } = call
  if (length === 0) return
  if (checks !== null) {
    if (to < from + length && from < to + length) checks.overlaps(name, to, from, length)
    checks.writes(name, to, length)
  }
  call.process.words.copy(to, from, length)
}

/** strcpy and stpcpy. */
function copyString(name: string, returnsEnd: boolean): HostFunction {
  return host(name, (call) => {
    const to = call.pointer(0)
    const length = readLength(call, name, call.pointer(1))
    put(call, name, to, call.pointer(1), length + 1)
    call.returnLong(returnsEnd ? to + length : to)
  })
}

/** The length of a string within `most` bytes, told as read with its end, if that belongs to them. */
function readWithin(call: HostCall, name: string, from: Address, most: Bytes): Bytes {
  const length = lengthWithin(call, from, most)
  call.checks?.reads(name, from, Math.min(length + 1, most))
  return length
}

/** strncpy and stpncpy: always `length` bytes, zeros behind the string. */
function copyBounded(name: string, returnsEnd: boolean): HostFunction {
  return host(name, (call) => {
    const to = call.pointer(0)
    const length = call.size(2)
    const found = readWithin(call, name, call.pointer(1), length)
    put(call, name, to, call.pointer(1), found)
    if (length > found) {
      call.checks?.writes(name, to + found, length - found)
      call.process.words.fill(to + found, 0, length - found)
    }
    call.returnLong(returnsEnd ? to + found : to)
  })
}

const strcat = host('strcat', (call) => {
  const to = call.pointer(0)
  const end = to + readLength(call, 'strcat', to)
  put(call, 'strcat', end, call.pointer(1), readLength(call, 'strcat', call.pointer(1)) + 1)
  call.returnLong(to)
})

const strncat = host('strncat', (call) => {
  const to = call.pointer(0)
  const end = to + readLength(call, 'strncat', to)
  const length = readWithin(call, 'strncat', call.pointer(1), call.size(2))
  put(call, 'strncat', end, call.pointer(1), length)
  call.checks?.writes('strncat', end + length, 1)
  call.process.words.store8(end + length, 0)
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
  call.checks?.writes('swab', call.pointer(1), length)
  writeBytes(call, call.pointer(1), bytes)
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
