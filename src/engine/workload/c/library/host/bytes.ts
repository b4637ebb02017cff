import { FaultSignal } from '../../../../memory/index.ts'
import { type Address, type Bytes, PAGE_SIZE } from '../../../../units.ts'
import type { HostCall } from '../../host.ts'
import { latinText } from '../text/format.ts'

/** Bytes from `address` to the end of its page. */
function restOfPage(address: Address): Bytes {
  return PAGE_SIZE - (address - Math.floor(address / PAGE_SIZE) * PAGE_SIZE)
}

/** Most strings are short: so many bytes are looked at one by one, before reads that copy pay. */
const FEW_BYTES = 32
const FIRST_STRIDE = 256

/** A copy of `length` bytes that the program reads; faults as machine code would. */
export function readBytes(call: HostCall, address: Address, length: Bytes): Uint8Array {
  if (length === 0) return NO_BYTES
  const { memory } = call.process
  const bytes = memory.read(address, length)
  if (bytes === null) throw new FaultSignal(memory.fault!)
  return bytes
}

const NO_BYTES = new Uint8Array(0)

/** Stores bytes; faults as machine code would, with those before the fault stored. */
export function writeBytes(call: HostCall, address: Address, bytes: Uint8Array): void {
  const { memory } = call.process
  if (bytes.length > 0 && !memory.write(address, bytes)) throw new FaultSignal(memory.fault!)
}

/**
 * Where the first byte `wanted` stands behind `address`, within `most` bytes; -1 when it does not. Pages behind it are
 * not touched.
 */
export function findByte(call: HostCall, address: Address, wanted: number, most: Bytes): Bytes {
  const { words } = call.process
  const few = Math.min(FEW_BYTES, most)
  for (let done = 0; done < few; done++) if (words.load8(address + done) === wanted) return done
  let stride = FIRST_STRIDE
  for (let done = few; done < most; ) {
    const n = Math.min(stride, most - done, restOfPage(address + done))
    const at = readBytes(call, address + done, n).indexOf(wanted)
    if (at >= 0) return done + at
    done += n
    stride = Math.min(PAGE_SIZE, stride * 4)
  }
  return -1
}

/** More than any address space holds: for strings without a limit. */
export const NO_LIMIT: Bytes = 2 ** 48

/** strlen. */
export function lengthOf(call: HostCall, address: Address): Bytes {
  return findByte(call, address, 0, NO_LIMIT)
}

/** strnlen. */
export function lengthWithin(call: HostCall, address: Address, most: Bytes): Bytes {
  const length = findByte(call, address, 0, most)
  return length < 0 ? most : length
}

/** strlen, told to the checker as a read of the string and its end. */
export function readLength(call: HostCall, name: string, address: Address): Bytes {
  const length = lengthOf(call, address)
  call.checks?.reads(name, address, length + 1)
  return length
}

/** The bytes of a string, told to the checker as read with its end. */
export function readString(call: HostCall, name: string, address: Address): Uint8Array {
  return readBytes(call, address, readLength(call, name, address))
}

/** A string as text, a character for each byte. */
export function readText(call: HostCall, name: string, address: Address): string {
  return latinText(readString(call, name, address))
}
