import type { FlatWindow, Memory } from '../../../memory/index.ts'
import { type Address, type Bytes, PAGE_SIZE } from '../../../units.ts'
import { changeAll, copyBit, firstWithout, haveAll, type ShadowBytes } from './shadow-ranges.ts'

/** The program may use the byte. */
export const USABLE = 1
/** The byte was written since it became usable. */
export const WRITTEN = 2
export const ALL = USABLE | WRITTEN
/** The byte belongs to a live block of the program's own malloc: usable, but not for that malloc itself. Without USABLE. */
export const GUARDED = 4
/** A block that held the byte has ended. What holds it now may be another; without this bit none has. */
export const FREED = 8

/**
 * A byte for every byte of the two flat windows of a process (program and heap, stack): whether the program may use
 * it and whether it was ever written. Bytes elsewhere count as usable and written, but
 * for what is fenced off. All begin as neither.
 */
export class Shadow {
  heap = new Int32Array(0)
  heapBytes = new Uint8Array(0)
  stack = new Int32Array(0)
  stackBytes = new Uint8Array(0)
  /** By page. */
  private readonly fences = new Map<number, Address>()
  private readonly heapBase: Address
  private readonly stackBase: Address
  private heapPart: ShadowBytes = { bytes: this.heapBytes, words: this.heap }
  private stackPart: ShadowBytes = { bytes: this.stackBytes, words: this.stack }

  constructor(private readonly memory: Memory) {
    this.heapBase = memory.flatWindow().base
    this.stackBase = memory.flatStack().base
    this.grow()
  }

  /** Follows windows that have grown. */
  grow(): void {
    this.heapBytes = grown(this.heapBytes, this.memory.flatWindow())
    this.heap = new Int32Array(this.heapBytes.buffer)
    this.stackBytes = grown(this.stackBytes, this.memory.flatStack())
    this.stack = new Int32Array(this.stackBytes.buffer)
    this.heapPart = { bytes: this.heapBytes, words: this.heap }
    this.stackPart = { bytes: this.stackBytes, words: this.stack }
  }

  /** Sets what is known of [address, address + length). */
  mark(address: Address, length: Bytes, bits: number): void {
    this.part(this.heapBytes, this.heapBase, address, length)?.fill(bits)
    this.part(this.stackBytes, this.stackBase, address, length)?.fill(bits)
  }

  /** Whether every byte of the range has all of `bits`. */
  has(address: Address, length: Bytes, bits: number): boolean {
    const base = this.baseAround(address, length)
    if (base >= 0) return haveAll(this.partAt(base), address - base, address - base + length, bits)
    for (let i = 0; i < length; i++) if ((this.at(address + i) & bits) !== bits) return false
    return true
  }

  /** What is known of a byte. */
  at(address: Address): number {
    const o = address - this.heapBase
    if (o >= 0 && o < this.heapBytes.length) return this.heapBytes[o]!
    const s = address - this.stackBase
    if (s >= 0 && s < this.stackBytes.length) return this.stackBytes[s]!
    return this.isFenced(address) ? 0 : ALL
  }

  /** Beyond the windows: from `address` to the end of its page nothing is the program's. */
  fence(address: Address): void {
    this.fences.set(Math.floor(address / PAGE_SIZE), address)
  }

  /** The pages of [from, to] have no such end. */
  unfence(from: Address, to: Address): void {
    if (this.fences.size === 0) return
    for (const page of [...this.fences.keys()]) {
      if (page * PAGE_SIZE <= to && (page + 1) * PAGE_SIZE > from) this.fences.delete(page)
    }
  }

  private isFenced(address: Address): boolean {
    if (this.fences.size === 0) return false
    const from = this.fences.get(Math.floor(address / PAGE_SIZE))
    return from !== undefined && address >= from
  }

  /** Adds bits to what is known of a range, and takes `lost` away. */
  add(address: Address, length: Bytes, bits: number, lost = 0): void {
    const whole = this.baseAround(address, length)
    if (whole >= 0) {
      changeAll(this.partAt(whole), address - whole, address - whole + length, bits, lost)
      return
    }
    for (const base of [this.heapBase, this.stackBase]) {
      const part = this.partAt(base)
      changeAll(
        part,
        Math.max(0, address - base),
        Math.min(part.bytes.length, address - base + length),
        bits,
        lost,
      )
    }
  }

  /** The first byte of the range that the program may use and has not written; -1 if there is none. */
  firstUnwritten(address: Address, length: Bytes): Address {
    for (const base of [this.heapBase, this.stackBase]) {
      const part = this.partAt(base)
      const end = Math.min(part.bytes.length, address - base + length)
      const found = firstWithout(part, Math.max(0, address - base), end, WRITTEN, USABLE | GUARDED)
      if (found >= 0) return base + found
    }
    return -1
  }

  /** The range has been written. Other bits stay. */
  written(address: Address, length: Bytes): void {
    this.add(address, length, WRITTEN)
  }

  /** Bytes were copied (as memmove does): whether they were written goes with them, whether they are usable does not. */
  copied(to: Address, from: Address, length: Bytes): void {
    const target = this.baseAround(to, length)
    const source = this.baseAround(from, length)
    if (target >= 0 && source >= 0) {
      copyBit(this.partAt(target), to - target, this.partAt(source), from - source, length, WRITTEN)
    } else this.copiedPartly(to, from, length)
  }

  /** The same where not all of it lies in the windows. */
  private copiedPartly(to: Address, from: Address, length: Bytes): void {
    const isBackward = from < to
    for (const [start, end] of this.within(to, length)) {
      for (let n = 0; n < end - start; n++) {
        const at = isBackward ? end - 1 - n : start + n
        this.put(at, (this.at(at) & ~WRITTEN) | (this.at(at + from - to) & WRITTEN))
      }
    }
  }

  /** Gives the words of a frame that begins at `address` these bits; what lies outside the stack's window is left out. */
  putFrame(address: Address, bits: Int32Array): void {
    const first = (address - this.stackBase) / 4
    const { stack } = this
    for (let i = 0; i < bits.length; i++) stack[first + i] = bits[i]!
  }

  /** The words of [from, to) on the stack are no longer the program's. */
  clearFrame(from: Address, to: Address): void {
    const { stack } = this
    const end = Math.min(stack.length, (to - this.stackBase) / 4)
    for (let i = Math.max(0, (from - this.stackBase) / 4); i < end; i++) stack[i] = 0
  }

  /** Whether a block that has ended may have held the byte. Of what lies outside of the windows nobody knows. */
  mayBeFreed(address: Address): boolean {
    return !this.isHeap(address) || (this.at(address) & FREED) !== 0
  }

  /** Whether the byte lies in the window of the program and its heap. */
  isHeap(address: Address): boolean {
    const o = address - this.heapBase
    return o >= 0 && o < this.heapBytes.length
  }

  /** The parts of a range, however large, that lie in the windows. */
  private within(address: Address, length: Bytes): [from: Address, to: Address][] {
    const windows = [
      [this.heapBase, this.heapBytes.length],
      [this.stackBase, this.stackBytes.length],
    ] as const
    return windows.map(([base, size]) => [Math.max(address, base), Math.min(address + length, base + size)])
  }

  /** The base of the window that a whole range lies in; -1 if it lies in none. */
  private baseAround(address: Address, length: Bytes): Address {
    const o = address - this.heapBase
    if (o >= 0 && o + length <= this.heapBytes.length) return this.heapBase
    const s = address - this.stackBase
    return s >= 0 && s + length <= this.stackBytes.length ? this.stackBase : -1
  }

  private partAt(base: Address): ShadowBytes {
    return base === this.heapBase ? this.heapPart : this.stackPart
  }

  private put(address: Address, bits: number): void {
    const o = address - this.heapBase
    const s = address - this.stackBase
    if (o >= 0 && o < this.heapBytes.length) this.heapBytes[o] = bits
    else if (s >= 0 && s < this.stackBytes.length) this.stackBytes[s] = bits
  }

  private part(bytes: Uint8Array, base: Address, address: Address, length: Bytes): Uint8Array | null {
    const from = Math.max(0, address - base)
    const to = Math.min(bytes.length, address - base + length)
    return from < to ? bytes.subarray(from, to) : null
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>, { u8 }: FlatWindow): Uint8Array<ArrayBuffer> {
  if (bytes.length >= u8.length) return bytes
  const larger = new Uint8Array(u8.length)
  larger.set(bytes)
  return larger
}
