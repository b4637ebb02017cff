import type { Address, Bytes } from '../../../../units.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { findByte, lengthWithin, NO_LIMIT, readBytes, readLength, readString } from './bytes.ts'
import { host } from './define.ts'

/*
 * string.h and strings.h: what looks at bytes without changing them.
 */

/** The order of two bytes; glibc on x86-64 answers their difference. */
type ByteOrder = (left: number, right: number) => number

const plain: ByteOrder = (left, right) => left - right
const foldCase: ByteOrder = (left, right) => lowerCase(left) - lowerCase(right)

function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte
}

/** Bytes that are compared at once. */
const STRIDE = 64

/** Compares [left, left + most) and [right, …) up to the first difference, or the end of both where `isString`. */
function compare(call: HostCall, name: string, most: Bytes, order: ByteOrder, isString: boolean): number {
  const left = call.pointer(0)
  const right = call.pointer(1)
  let done = 0
  let result = 0
  for (let isOver = false; done < most && !isOver; done++) {
    const a = call.process.words.load8(left + done)
    const b = call.process.words.load8(right + done)
    result = order(a, b)
    isOver = result !== 0 || (isString && a === 0)
  }
  call.checks?.reads(name, left, done)
  call.checks?.reads(name, right, done)
  return result
}

/** memcmp reads its ranges whole, whatever it finds. */
function compareBytes(name: string): HostFunction {
  return host(name, (call) => {
    const [left, right, length] = [call.pointer(0), call.pointer(1), call.size(2)]
    call.checks?.reads(name, left, length)
    call.checks?.reads(name, right, length)
    for (let done = 0; done < length; done += STRIDE) {
      const n = Math.min(STRIDE, length - done)
      const a = readBytes(call, left + done, n)
      const b = readBytes(call, right + done, n)
      const at = a.findIndex((byte, i) => byte !== b[i])
      if (at >= 0) return call.returnInt(a[at]! - b[at]!)
    }
    call.returnInt(0)
  })
}

function compareStrings(name: string, order: ByteOrder, isBounded: boolean): HostFunction {
  return host(name, (call) => {
    call.returnInt(compare(call, name, isBounded ? call.size(2) : NO_LIMIT, order, true))
  })
}

/** Arguments (string, character); the end counts as one of its characters. */
function findCharacter(name: string, answer: (bytes: Uint8Array, wanted: number) => number): HostFunction {
  return host(name, (call) => {
    const address = call.pointer(0)
    const at = answer(withEnd(readString(call, name, address)), call.int(1) & 255)
    call.returnLong(at < 0 ? 0 : address + at)
  })
}

function withEnd(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(bytes.length + 1)
  all.set(bytes)
  return all
}

function findInMemory(name: string, isEndless: boolean): HostFunction {
  return host(name, (call) => {
    const address = call.pointer(0)
    const most = isEndless ? NO_LIMIT : call.size(2)
    const at = findByte(call, address, call.int(1) & 255, most)
    call.checks?.reads(name, address, at < 0 ? most : at + 1)
    call.returnLong(at < 0 ? 0 : address + at)
  })
}

const memrchr = host('memrchr', (call) => {
  const address = call.pointer(0)
  call.checks?.reads('memrchr', address, call.size(2))
  const at = readBytes(call, address, call.size(2)).lastIndexOf(call.int(1) & 255)
  call.returnLong(at < 0 ? 0 : address + at)
})

/** Where `needle` begins in `hay`, by the byte order; -1 when it does not. */
function indexOf(hay: Uint8Array, needle: Uint8Array, order: ByteOrder): number {
  for (let at = 0; at + needle.length <= hay.length; at++) {
    let i = 0
    while (i < needle.length && order(hay[at + i]!, needle[i]!) === 0) i++
    if (i === needle.length) return at
  }
  return -1
}

function findString(name: string, order: ByteOrder): HostFunction {
  return host(name, (call) => {
    const at = indexOf(
      readString(call, name, call.pointer(0)),
      readString(call, name, call.pointer(1)),
      order,
    )
    call.returnLong(at < 0 ? 0 : call.pointer(0) + at)
  })
}

const memmem = host('memmem', (call) => {
  const [hay, length, needle, needleLength] = [call.pointer(0), call.size(1), call.pointer(2), call.size(3)]
  call.checks?.reads('memmem', hay, length)
  call.checks?.reads('memmem', needle, needleLength)
  const at = indexOf(readBytes(call, hay, length), readBytes(call, needle, needleLength), plain)
  call.returnLong(at < 0 ? 0 : hay + at)
})

/** How many leading bytes of the string at `address` are (or are not) in the set at `set`. */
function span(call: HostCall, name: string, address: Address, set: Address, isMember: boolean): Bytes {
  const members = new Set(readString(call, name, set))
  const bytes = readString(call, name, address)
  const at = bytes.findIndex((byte) => members.has(byte) !== isMember)
  return at < 0 ? bytes.length : at
}

const strpbrk = host('strpbrk', (call) => {
  const at = call.pointer(0) + span(call, 'strpbrk', call.pointer(0), call.pointer(1), false)
  call.returnLong(call.process.words.load8(at) === 0 ? 0 : at)
})

const strlen = host('strlen', (call) => {
  call.returnLong(readLength(call, 'strlen', call.pointer(0)))
})

const strnlen = host('strnlen', (call) => {
  const length = lengthWithin(call, call.pointer(0), call.size(1))
  call.checks?.reads('strnlen', call.pointer(0), Math.min(length + 1, call.size(1)))
  call.returnLong(length)
})

const first = (bytes: Uint8Array, wanted: number) => bytes.indexOf(wanted)
const last = (bytes: Uint8Array, wanted: number) => bytes.lastIndexOf(wanted)

/** Functions that measure, compare and search. */
export const stringFunctions: readonly HostFunction[] = [
  strlen,
  strnlen,
  compareBytes('memcmp'),
  compareBytes('bcmp'),
  compareStrings('strcmp', plain, false),
  compareStrings('strncmp', plain, true),
  compareStrings('strcoll', plain, false),
  compareStrings('strcasecmp', foldCase, false),
  compareStrings('strncasecmp', foldCase, true),
  findInMemory('memchr', false),
  findInMemory('rawmemchr', true),
  memrchr,
  memmem,
  findCharacter('strchr', first),
  findCharacter('index', first),
  findCharacter('strrchr', last),
  findCharacter('rindex', last),
  findCharacter('strchrnul', (bytes, wanted) => {
    const at = bytes.indexOf(wanted)
    return at < 0 ? bytes.length - 1 : at
  }),
  findString('strstr', plain),
  findString('strcasestr', foldCase),
  host('strspn', (call) => call.returnLong(span(call, 'strspn', call.pointer(0), call.pointer(1), true))),
  host('strcspn', (call) => call.returnLong(span(call, 'strcspn', call.pointer(0), call.pointer(1), false))),
  strpbrk,
]
