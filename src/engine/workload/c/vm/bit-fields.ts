import { FaultSignal } from '../../../memory/index.ts'
import type { Address, Bytes } from '../../../units.ts'
import * as int64 from './int64.ts'
import { hi, lo } from './registers.ts'
import type { Vm } from './vm.ts'

/*
 * Bit-fields lie in little-endian units of 1 to 8 bytes. Only the bytes that hold a field's bits are touched, as gcc
 * does it: neighbours of a field may belong to somebody else.
 */

/** r[a] = the bit-field in the unit at `unitAddress`; `encoding`: see bitField in bytecode.ts. */
export function loadBitField(vm: Vm, a: number, unitAddress: Address, encoding: number): void {
  const { address, bytes, shift, width, isSigned } = placeOf(unitAddress, encoding)
  if (vm.checker !== null) vm.checkLoad(address, bytes)
  const raw = vm.memory.read(address, bytes)
  if (raw === null) throw new FaultSignal(vm.memory.fault!)
  int64.shiftUnsigned(a, wordAt(raw, 0), wordAt(raw, 4), shift)
  // A packed field of more than 56 bits may lie in nine bytes.
  if (bytes > 8) hi[a] = hi[a]! | (raw[8]! << (32 - shift))
  int64.shiftLeft(a, lo[a]!, hi[a]!, 64 - width)
  if (isSigned) int64.shiftSigned(a, lo[a]!, hi[a]!, 64 - width)
  else int64.shiftUnsigned(a, lo[a]!, hi[a]!, 64 - width)
}

/** Stores the lowest bits of r[a]. */
export function storeBitField(vm: Vm, a: number, unitAddress: Address, encoding: number): void {
  const { address, bytes, shift, width } = placeOf(unitAddress, encoding)
  if (vm.checker !== null) vm.checkStore(address, bytes)
  const raw = vm.memory.read(address, bytes)
  if (raw === null) throw new FaultSignal(vm.memory.fault!)
  for (let bit = 0; bit < width; bit++) {
    const source = bit < 32 ? lo[a]! >>> bit : hi[a]! >>> (bit - 32)
    const at = (shift + bit) >>> 3
    const mask = 1 << ((shift + bit) & 7)
    raw[at] = (source & 1) !== 0 ? raw[at]! | mask : raw[at]! & ~mask
  }
  if (!vm.memory.write(address, raw)) throw new FaultSignal(vm.memory.fault!)
  vm.checker?.shadow.written(address, bytes)
}

interface Place {
  readonly address: Address
  readonly bytes: Bytes
  /** The field's lowest bit in the byte at `address`. */
  readonly shift: number
  readonly width: number
  readonly isSigned: boolean
}

function placeOf(unitAddress: Address, encoding: number): Place {
  const shift = (encoding >>> 8) & 0xff
  const width = (encoding >>> 16) & 0xff
  const first = shift >>> 3
  const bytes = ((shift + width + 7) >>> 3) - first
  return { address: unitAddress + first, bytes, shift: shift & 7, width, isSigned: encoding >>> 24 !== 0 }
}

function wordAt(bytes: Uint8Array, at: number): number {
  let word = 0
  for (let i = 3; i >= 0; i--) word = (word << 8) | (bytes[at + i] ?? 0)
  return word
}
