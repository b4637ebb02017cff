import { type Address, type Bytes, PAGE_SIZE, TWO_32 } from '../units.ts'
import { BulkAccess, restOfPage, type Watcher } from './bulk.ts'
import { ADDRESS_LIMIT, CACHE_REACH, CACHE_SLOTS } from './page-table.ts'
import { FAST_READ, FAST_WRITE, NO_PAGE, type Page } from './pages.ts'
import type { MemoryOptions } from './paging.ts'

/**
 * For loops that load and store many words: with `offset` (address - `base`) in [0, `length`), the page's flags
 * (`flags[offset >>> 12]`) say by FAST_READ and FAST_WRITE whether `u32[offset >>> 2]` may be read and written as
 * it is; all else is for `load32` and `store32`.
 */
export interface FlatWindow {
  readonly base: Address
  readonly u8: Uint8Array
  readonly u32: Uint32Array
  readonly flags: Uint8Array
  /** 0 while a watcher is attached. */
  readonly length: Bytes
}

/**
 * The bytes of a simulated process, little-endian, by page. A load answers the value, or -1 when it
 * faults; a store, fill or copy answers whether it happened. What went wrong is then in `fault`.
 * Nothing is repaired: a faulting load or store changes no byte (bulk ones stop at the first bad page).
 *
 * Each access tries the flat window first, then (aligned 32 and 64 bits) the cache of other pages, then the
 * slow path, which looks at permissions, faults pages in and assembles unaligned words.
 */
export class Memory extends BulkAccess {
  /** Offsets in the window below this may take the fast path; 0 while a watcher is attached. */
  private fast: Bytes
  /** The same for the stack's window. */
  private stackFast: Bytes = 0
  /** The upper half, signed, of what `load64Low` has loaded last. */
  highHalf = 0
  /** Goes up whenever the answers of `flatWindow` and `flatStack` change. */
  windowChanges = 0

  constructor(options: MemoryOptions) {
    super(options)
    this.fast = this.u8.length
  }

  load8(address: Address): number {
    const o = address - this.windowBase
    if (o >= 0 && o < this.fast && (this.flags[o >>> 12]! & FAST_READ) !== 0) return this.u8[o | 0]!
    const s = address - this.stack.base
    if (s >= 0 && s < this.stackFast && (this.stack.flags[s >>> 12]! & FAST_READ) !== 0) {
      return this.stack.u8[s | 0]!
    }
    const page = this.cached(address)
    if ((page.flags & FAST_READ) !== 0) return page.u8[address & 4095]!
    return this.loadSlow(address, 1)
  }

  load16(address: Address): number {
    return this.loadSlow(address, 2)
  }

  load32(address: Address): number {
    const o = address - this.windowBase
    if (o >= 0 && o < this.fast) {
      const i = o | 0
      if ((i & 3) === 0 && (this.flags[i >>> 12]! & FAST_READ) !== 0) return this.u32[i >>> 2]!
    }
    return this.load32Elsewhere(address)
  }

  private load32Elsewhere(address: Address): number {
    const s = address - this.stack.base
    if (s >= 0 && s < this.stackFast && (s & 3) === 0 && (this.stack.flags[s >>> 12]! & FAST_READ) !== 0) {
      return this.stack.u32[s >>> 2]!
    }
    const page = this.cached(address)
    const at = address & 4095
    if ((page.flags & FAST_READ) !== 0 && (at & 3) === 0) return page.u32[at >>> 2]!
    return this.loadSlow(address, 4)
  }

  /** Unsigned. Exact up to 2^53; above, the nearest number. Use two `load32` where all bits count. */
  load64(address: Address): number {
    const o = address - this.windowBase
    if (o >= 0 && o < this.fast) {
      const i = o | 0
      if ((i & 7) === 0 && (this.flags[i >>> 12]! & FAST_READ) !== 0) {
        const w = i >>> 2
        return this.u32[w]! + this.u32[w + 1]! * TWO_32
      }
    }
    return this.load64Elsewhere(address)
  }

  private load64Elsewhere(address: Address): number {
    const s = address - this.stack.base
    if (s >= 0 && s < this.stackFast && (s & 7) === 0 && (this.stack.flags[s >>> 12]! & FAST_READ) !== 0) {
      return this.stack.u32[s >>> 2]! + this.stack.u32[(s >>> 2) + 1]! * TWO_32
    }
    const page = this.cached(address)
    const at = address & 4095
    if ((page.flags & FAST_READ) !== 0 && (at & 7) === 0) {
      return page.u32[at >>> 2]! + page.u32[(at >>> 2) + 1]! * TWO_32
    }
    return this.loadSlow(address, 8)
  }

  /** The lower half of 64 bits, or -1; the upper one is in `highHalf` then (signed). For words of which all bits count. */
  load64Low(address: Address): number {
    const value = this.load64(address)
    if (value < 0) return -1
    const page = this.cached(address)
    const at = address & 4095
    if ((page.flags & FAST_READ) !== 0 && (at & 7) === 0) {
      this.highHalf = page.u32[(at >>> 2) + 1]! | 0
      return page.u32[at >>> 2]!
    }
    this.highHalf = this.peek32(address + 4) | 0
    return this.peek32(address)
  }

  store8(address: Address, value: number): boolean {
    const o = address - this.windowBase
    if (o >= 0 && o < this.fast && (this.flags[o >>> 12]! & FAST_WRITE) !== 0) {
      this.u8[o | 0] = value
      return true
    }
    const s = address - this.stack.base
    if (s >= 0 && s < this.stackFast && (this.stack.flags[s >>> 12]! & FAST_WRITE) !== 0) {
      this.stack.u8[s | 0] = value
      return true
    }
    const page = this.cached(address)
    if ((page.flags & FAST_WRITE) === 0) return this.storeSlow(address, 1, value, 0)
    page.u8[address & 4095] = value
    return true
  }

  store16(address: Address, value: number): boolean {
    return this.storeSlow(address, 2, value, 0)
  }

  store32(address: Address, value: number): boolean {
    const o = address - this.windowBase
    if (o >= 0 && o < this.fast) {
      const i = o | 0
      if ((i & 3) === 0 && (this.flags[i >>> 12]! & FAST_WRITE) !== 0) {
        this.u32[i >>> 2] = value
        return true
      }
    }
    return this.store32Elsewhere(address, value)
  }

  private store32Elsewhere(address: Address, value: number): boolean {
    const s = address - this.stack.base
    if (s >= 0 && s < this.stackFast && (s & 3) === 0 && (this.stack.flags[s >>> 12]! & FAST_WRITE) !== 0) {
      this.stack.u32[s >>> 2] = value
      return true
    }
    const page = this.cached(address)
    const at = address & 4095
    if ((page.flags & FAST_WRITE) === 0 || (at & 3) !== 0) return this.storeSlow(address, 4, value, 0)
    page.u32[at >>> 2] = value
    return true
  }

  /** Stores a number as 64 bits: unsigned below 2^53, or negative as two's complement down to -2^53. */
  store64(address: Address, value: number): boolean {
    return this.store64Halves(address, value >>> 0, Math.floor(value / TWO_32) >>> 0)
  }

  /** Stores the two 32-bit halves of a 64-bit word. */
  store64Halves(address: Address, low: number, high: number): boolean {
    const o = address - this.windowBase
    if (o >= 0 && o < this.fast) {
      const i = o | 0
      if ((i & 7) === 0 && (this.flags[i >>> 12]! & FAST_WRITE) !== 0) {
        const w = i >>> 2
        this.u32[w] = low
        this.u32[w + 1] = high
        return true
      }
    }
    return this.store64Elsewhere(address, low, high)
  }

  private store64Elsewhere(address: Address, low: number, high: number): boolean {
    const s = address - this.stack.base
    if (s >= 0 && s < this.stackFast && (s & 7) === 0 && (this.stack.flags[s >>> 12]! & FAST_WRITE) !== 0) {
      this.stack.u32[s >>> 2] = low
      this.stack.u32[(s >>> 2) + 1] = high
      return true
    }
    const page = this.cached(address)
    const at = address & 4095
    if ((page.flags & FAST_WRITE) === 0 || (at & 7) !== 0) return this.storeSlow(address, 8, low, high)
    page.u32[at >>> 2] = low
    page.u32[(at >>> 2) + 1] = high
    return true
  }

  /** Attaches a watcher of every load and store, or takes it off with null. Slows all accesses while attached. */
  watch(watcher: Watcher | null): void {
    this.watcher = watcher
    this.setFast()
  }

  /** The flat window as loads see it now: good until the next store, system call or change of watcher. */
  flatWindow(): FlatWindow {
    return { base: this.windowBase, u8: this.u8, u32: this.u32, flags: this.flags, length: this.fast }
  }

  /** The same for the upper end of the stack. */
  flatStack(): FlatWindow {
    const { base, u8, u32, flags } = this.stack
    return { base, u8, u32, flags, length: this.stackFast }
  }

  protected override windowGrown(): void {
    super.windowGrown()
    this.setFast()
  }

  private setFast(): void {
    this.fast = this.watcher === null ? this.u8.length : 0
    this.stackFast = this.watcher === null ? this.stack.u8.length : 0
    this.windowChanges++
  }

  /** The page outside the window that the cache has for `address`, or NO_PAGE; never one while a watcher is attached. */
  private cached(address: Address): Page {
    if (!(address >= 0 && address < ADDRESS_LIMIT) || this.watcher !== null) return NO_PAGE
    const page = this.cache[(address / PAGE_SIZE) & (CACHE_SLOTS - 1)]!
    return page.tag === ((address / CACHE_REACH) | 0) ? page : NO_PAGE
  }

  private loadSlow(address: Address, size: number): number {
    this.watcher?.('read', address, size)
    if (!this.ensureSpan(address, 'read', size)) return -1
    let value = 0
    for (let i = size - 1; i >= 0; i--) value = value * 256 + this.peek8(address + i)
    return value
  }

  private storeSlow(address: Address, size: number, low: number, high: number): boolean {
    this.watcher?.('write', address, size)
    if (!this.ensureSpan(address, 'write', size)) return false
    for (let i = 0; i < size; i++) {
      const half = i < 4 ? low >>> (8 * i) : high >>> (8 * (i - 4))
      this.bytesOf(address + i)![this.offsetIn(address + i)] = half
    }
    return true
  }

  /** Makes the one or two pages of a word ready. */
  private ensureSpan(address: Address, access: 'read' | 'write', size: number): boolean {
    const rest = restOfPage(address)
    return this.ensure(address, access, size) && (size <= rest || this.ensure(address + rest, access, size))
  }
}
