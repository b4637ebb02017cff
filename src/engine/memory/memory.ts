import { type Address, alignDown, type Bytes, PAGE_SIZE, TWO_32 } from '../units.ts'
import type { AccessKind, Fault, FaultKind } from './fault.ts'
import { PROT_EXEC, PROT_READ, PROT_WRITE, UNMAPPED } from './fault.ts'
import {
  DIRTY,
  FAST_BITS,
  FAST_READ,
  FAST_WRITE,
  Page,
  RESIDENT,
  TOUCHED,
  WINDOW_PAGES,
  Window,
} from './pages.ts'
import { type Snapshot, SnapshotBase } from './snapshot.ts'

/** Permissions of the page at an address (PROT_ bits), or UNMAPPED. */
export type ProtectionLookup = (address: Address) => number

/** Sees every load and store while it is attached. */
export type Watcher = (access: AccessKind, address: Address, size: Bytes) => void

export interface MemoryOptions {
  /** Lowest address of the flat window: loads and stores from here upward are the fastest. */
  readonly windowBase: Address
  readonly protection: ProtectionLookup
  /** Asked when nothing is mapped at an accessed address: true when the kernel has now put something there (a growing stack). */
  readonly grow?: (address: Address) => boolean
  /** Most pages that may be resident at once before an access faults as `exhausted`. */
  readonly residentBudget?: number
}

const DEFAULT_RESIDENT_BUDGET = 131072
const ADDRESS_LIMIT = 2 ** 47

/**
 * The bytes of a simulated process, little-endian, by page. A load answers the value, or -1 when it
 * faults; a store, fill or copy answers whether it happened. What went wrong is then in `fault`.
 * Nothing is repaired: a faulting access changes no byte (bulk ones stop at the first bad page).
 */
export class Memory {
  /** The last access that failed; stays until `clearFault`. */
  fault: Fault | null = null
  /** Pages with bytes of their own. */
  residentPages = 0
  /** First touches of pages so far (minor page faults). */
  pageFaults = 0

  private readonly windowBase: Address
  private readonly window = new Window()
  private readonly sparse = new Map<number, Page>()
  private readonly protection: ProtectionLookup
  private readonly grow: ((address: Address) => boolean) | undefined
  private readonly residentBudget: number
  private readonly base = new SnapshotBase()
  private dirty: number[] = []
  private watcher: Watcher | null = null
  private lastNumber = -1
  private lastPage: Page | null = null

  // Copies of the window's views: one field less to follow on the fast paths.
  private u8: Uint8Array
  private u32: Uint32Array
  private readonly flags: Uint8Array
  /** Offsets below this may take the fast path; 0 while a watcher is attached. */
  private fast: Bytes

  constructor(options: MemoryOptions) {
    this.windowBase = alignDown(options.windowBase, PAGE_SIZE)
    this.protection = options.protection
    this.grow = options.grow
    this.residentBudget = options.residentBudget ?? DEFAULT_RESIDENT_BUDGET
    this.u8 = this.window.u8
    this.u32 = this.window.u32
    this.flags = this.window.flags
    this.fast = this.u8.length
  }

  load8(address: Address): number {
    const o = address - this.windowBase
    if (o >= 0 && o < this.fast && (this.flags[o >>> 12]! & FAST_READ) !== 0) return this.u8[o | 0]!
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
    return this.loadSlow(address, 8)
  }

  store8(address: Address, value: number): boolean {
    const o = address - this.windowBase
    if (o >= 0 && o < this.fast && (this.flags[o >>> 12]! & FAST_WRITE) !== 0) {
      this.u8[o | 0] = value
      return true
    }
    return this.storeSlow(address, 1, value, 0)
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
    return this.storeSlow(address, 4, value, 0)
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
    return this.storeSlow(address, 8, low, high)
  }

  /** Sets `length` bytes to `value`. On a fault the bytes before it are set, as a real memset would. */
  fill(address: Address, value: number, length: Bytes): boolean {
    this.watcher?.('write', address, length)
    for (let done = 0; done < length; ) {
      const at = address + done
      const n = Math.min(length - done, PAGE_SIZE - pageOffset(at))
      const bytes = this.writable(at, length)
      if (bytes === null) return false
      const from = this.offsetIn(at)
      bytes.fill(value, from, from + n)
      done += n
    }
    return true
  }

  /** Copies as memmove does: the ranges may overlap. */
  copy(to: Address, from: Address, length: Bytes): boolean {
    const bytes = this.read(from, length)
    return bytes !== null && this.write(to, bytes)
  }

  /** The program reads `length` bytes; null when it faults. */
  read(address: Address, length: Bytes): Uint8Array | null {
    this.watcher?.('read', address, length)
    for (let at = address; at < address + length; at = nextPage(at)) {
      if (!this.ensure(at, 'read', length)) return null
    }
    return this.peekBytes(address, length)
  }

  /** The program writes `bytes`. */
  write(address: Address, bytes: Uint8Array): boolean {
    this.watcher?.('write', address, bytes.length)
    for (let done = 0; done < bytes.length; ) {
      const at = address + done
      const n = Math.min(bytes.length - done, PAGE_SIZE - pageOffset(at))
      const target = this.writable(at, bytes.length)
      if (target === null) return false
      target.set(bytes.subarray(done, done + n), this.offsetIn(at))
      done += n
    }
    return true
  }

  /** Whether the program could access the byte, without accessing it. */
  allows(address: Address, access: AccessKind): boolean {
    return this.refusal(address, access) === null
  }

  // --- Looking without touching: no page fault, no permission, no watcher -------------------

  /** A byte as a debugger sees it; 0 for a page that has none of its own. */
  peek8(address: Address): number {
    const page = this.bytesOf(address)
    return page === null ? 0 : page[this.offsetIn(address)]!
  }

  /** 32 bits as a debugger sees them. */
  peek32(address: Address): number {
    const o = address - this.windowBase
    if (o >= 0 && o < this.u8.length && (o & 3) === 0) return this.u32[o >>> 2]!
    let value = 0
    for (let i = 3; i >= 0; i--) value = value * 256 + this.peek8(address + i)
    return value
  }

  /** 64 bits as a debugger sees them, unsigned, exact up to 2^53. */
  peek64(address: Address): number {
    return this.peek32(address) + this.peek32(address + 4) * TWO_32
  }

  /** A copy of `length` bytes; zeros where there is no page. */
  peekBytes(address: Address, length: Bytes): Uint8Array {
    const out = new Uint8Array(length)
    for (let done = 0; done < length; ) {
      const at = address + done
      const n = Math.min(length - done, PAGE_SIZE - pageOffset(at))
      const page = this.bytesOf(at)
      if (page !== null) {
        const from = this.offsetIn(at)
        out.set(page.subarray(from, from + n), done)
      }
      done += n
    }
    return out
  }

  /** Whether the page at `address` has bytes of its own. */
  isResident(address: Address): boolean {
    return (this.flagsOf(address) & RESIDENT) !== 0
  }

  // --- For the kernel ------------------------------------------------------------------------

  /** Mappings of [from, to) changed: permissions are looked up anew on next use. */
  protectionChanged(from: Address, to: Address): void {
    this.eachPage(from, to, (address) => this.setFlags(address, this.flagsOf(address) & ~FAST_BITS))
  }

  /** The pages of [from, to) lose their bytes: munmap, a lower break, MADV_DONTNEED. They read as zeros when they come again. */
  discard(from: Address, to: Address): void {
    this.eachPage(from, to, (address) => this.dropPage(address))
  }

  /** Moves the pages of [from, from + length) to `to`, as mremap does. Both ends on page boundaries, no overlap. */
  movePages(from: Address, to: Address, length: Bytes): void {
    this.discard(to, to + length)
    const moved: Address[] = []
    this.eachPage(from, from + length, (address) => moved.push(address))
    for (const address of moved) {
      const flags = this.flagsOf(address)
      const bytes = (flags & RESIDENT) === 0 ? null : this.peekBytes(address, PAGE_SIZE)
      this.dropPage(address)
      this.putPage(to + (address - from), bytes, (flags & TOUCHED) !== 0)
    }
  }

  /** Attaches a watcher of every load and store, or takes it off with null. Slows all accesses while attached. */
  watch(watcher: Watcher | null): void {
    this.watcher = watcher
    this.fast = watcher === null ? this.u8.length : 0
  }

  clearFault(): void {
    this.fault = null
  }

  /** Pages changed since the last snapshot was taken or restored. */
  get dirtyPages(): number {
    return this.dirty.length
  }

  /** Keeps the present state. Costs a copy of each dirty page; clean ones are shared with the last snapshot. */
  snapshot(): Snapshot {
    const taken = this.base.take(this.dirty, (number) => this.entryOf(number * PAGE_SIZE), {
      residentPages: this.residentPages,
      pageFaults: this.pageFaults,
    })
    for (const number of this.dirty) {
      const address = number * PAGE_SIZE
      this.setFlags(address, this.flagsOf(address) & ~(DIRTY | FAST_WRITE))
    }
    this.dirty = []
    return taken
  }

  /** Goes back (or forward) to a snapshot of this memory. Costs the pages that differ. */
  restore(snapshot: Snapshot): void {
    this.base.moveTo(snapshot, this.dirty, (number, entry) => {
      const address = number * PAGE_SIZE
      this.dropPage(address)
      if (entry !== undefined) this.putPage(address, entry.length === 0 ? null : entry, true)
    })
    for (let i = 0; i < WINDOW_PAGES; i++) this.flags[i] = this.flags[i]! & ~(FAST_BITS | DIRTY)
    for (const page of this.sparse.values()) page.flags &= ~(FAST_BITS | DIRTY)
    this.dirty = []
    this.residentPages = snapshot.residentPages
    this.pageFaults = snapshot.pageFaults
    this.fault = null
  }

  // --- Slow paths ----------------------------------------------------------------------------

  private loadSlow(address: Address, size: number): number {
    this.watcher?.('read', address, size)
    if (!this.ensure(address, 'read', size)) return -1
    if (pageOffset(address) + size > PAGE_SIZE && !this.ensure(address + size - 1, 'read', size)) return -1
    let value = 0
    for (let i = size - 1; i >= 0; i--) value = value * 256 + this.peek8(address + i)
    return value
  }

  private storeSlow(address: Address, size: number, low: number, high: number): boolean {
    this.watcher?.('write', address, size)
    if (!this.ensure(address, 'write', size)) return false
    if (pageOffset(address) + size > PAGE_SIZE && !this.ensure(address + size - 1, 'write', size))
      return false
    for (let i = 0; i < size; i++) {
      const half = i < 4 ? low >>> (8 * i) : high >>> (8 * (i - 4))
      this.bytesOf(address + i)![this.offsetIn(address + i)] = half
    }
    return true
  }

  private writable(address: Address, size: Bytes): Uint8Array | null {
    return this.ensure(address, 'write', size) ? this.bytesOf(address) : null
  }

  /** Makes the page at `address` ready for the access, or records a fault. */
  private ensure(address: Address, access: 'read' | 'write', size: Bytes): boolean {
    const flags = this.flagsOf(address)
    if ((flags & (access === 'read' ? FAST_READ : FAST_WRITE)) !== 0) return true
    let refusal = this.refusal(address, access)
    if (refusal === 'unmapped' && this.grow?.(address)) refusal = this.refusal(address, access)
    if (refusal !== null) return this.raise(refusal, access, address, size)
    if ((flags & TOUCHED) === 0) this.pageFaults++
    if (access === 'read') {
      this.setFlags(address, flags | TOUCHED | FAST_READ)
      if ((flags & TOUCHED) === 0) this.markDirty(address)
      return true
    }
    if ((flags & RESIDENT) === 0) {
      if (this.residentPages >= this.residentBudget) return this.raise('exhausted', access, address, size)
      this.residentPages++
    }
    this.setFlags(address, flags | TOUCHED | RESIDENT | FAST_WRITE | FAST_READ)
    this.markDirty(address)
    return true
  }

  private refusal(address: Address, access: AccessKind): FaultKind | null {
    const prot = address >= 0 && address < ADDRESS_LIMIT ? this.protection(address) : UNMAPPED
    if (prot === UNMAPPED) return 'unmapped'
    // x86 cannot forbid reads of a page that may be written or executed.
    const needed =
      access === 'read' ? PROT_READ | PROT_WRITE | PROT_EXEC : access === 'write' ? PROT_WRITE : PROT_EXEC
    return (prot & needed) === 0 ? 'forbidden' : null
  }

  private raise(kind: FaultKind, access: AccessKind, address: Address, size: Bytes): false {
    this.fault = { kind, access, address, size }
    return false
  }

  private markDirty(address: Address): void {
    const flags = this.flagsOf(address)
    if ((flags & DIRTY) !== 0) return
    this.setFlags(address, flags | DIRTY)
    this.dirty.push(Math.floor(address / PAGE_SIZE))
  }

  private dropPage(address: Address): void {
    const flags = this.flagsOf(address)
    if ((flags & TOUCHED) === 0) return
    if ((flags & RESIDENT) !== 0) {
      this.residentPages--
      this.bytesOf(address)!.fill(0, this.pageStart(address), this.pageStart(address) + PAGE_SIZE)
    }
    this.markDirty(address)
    this.setFlags(address, DIRTY)
  }

  /** Gives an untouched page bytes (or, with null, the shared page of zeros). */
  private putPage(address: Address, bytes: Uint8Array | null, touched: boolean): void {
    if (!touched) return
    this.markDirty(address)
    this.setFlags(address, DIRTY | TOUCHED | (bytes === null ? 0 : RESIDENT))
    if (bytes === null) return
    this.residentPages++
    this.bytesOf(address)!.set(bytes, this.pageStart(address))
  }

  /** What a snapshot keeps of a page: its bytes, an empty array for touched zeros, undefined for none. */
  private entryOf(address: Address): Uint8Array | undefined {
    const flags = this.flagsOf(address)
    if ((flags & RESIDENT) !== 0) return this.peekBytes(address, PAGE_SIZE)
    return (flags & TOUCHED) !== 0 ? new Uint8Array(0) : undefined
  }

  // --- Where a page is ------------------------------------------------------------------------

  private inWindow(address: Address): boolean {
    const o = address - this.windowBase
    return o >= 0 && o < WINDOW_PAGES * PAGE_SIZE
  }

  private flagsOf(address: Address): number {
    if (this.inWindow(address)) return this.flags[(address - this.windowBase) >>> 12]!
    return this.sparsePage(address)?.flags ?? 0
  }

  private setFlags(address: Address, flags: number): void {
    if (this.inWindow(address)) {
      const index = (address - this.windowBase) >>> 12
      if (index >= this.window.pages) this.growWindow(index)
      this.flags[index] = flags
      return
    }
    let page = this.sparsePage(address)
    if (page === null) {
      if (flags === 0) return
      page = new Page()
      this.lastNumber = Math.floor(address / PAGE_SIZE)
      this.lastPage = page
      this.sparse.set(this.lastNumber, page)
    }
    page.flags = flags
  }

  private growWindow(index: number): void {
    this.window.grow(index)
    this.u8 = this.window.u8
    this.u32 = this.window.u32
    if (this.watcher === null) this.fast = this.u8.length
  }

  private sparsePage(address: Address): Page | null {
    const number = Math.floor(address / PAGE_SIZE)
    if (number === this.lastNumber) return this.lastPage
    const page = this.sparse.get(number)
    if (page === undefined) return null
    this.lastNumber = number
    this.lastPage = page
    return page
  }

  /** The array that holds the byte at `address`; `offsetIn` is its index there. */
  private bytesOf(address: Address): Uint8Array | null {
    const o = address - this.windowBase
    if (o >= 0 && o < WINDOW_PAGES * PAGE_SIZE) return o < this.u8.length ? this.u8 : null
    return this.sparsePage(address)?.u8 ?? null
  }

  private offsetIn(address: Address): number {
    return this.inWindow(address) ? address - this.windowBase : pageOffset(address)
  }

  private pageStart(address: Address): number {
    return this.inWindow(address) ? alignDown(address - this.windowBase, PAGE_SIZE) : 0
  }

  /** Calls `visit` with the address of each page of [from, to) that has been touched or is dirty. */
  private eachPage(from: Address, to: Address, visit: (address: Address) => void): void {
    const first = Math.max(0, Math.floor((from - this.windowBase) / PAGE_SIZE))
    const last = Math.min(this.window.pages, Math.ceil((to - this.windowBase) / PAGE_SIZE))
    for (let i = first; i < last; i++) if (this.flags[i] !== 0) visit(this.windowBase + i * PAGE_SIZE)
    const count = Math.ceil((to - from) / PAGE_SIZE)
    const start = Math.floor(from / PAGE_SIZE)
    if (count < this.sparse.size) {
      for (let n = start; n < start + count; n++) if (this.sparse.has(n)) visit(n * PAGE_SIZE)
    } else {
      for (const n of this.sparse.keys()) if (n >= start && n < start + count) visit(n * PAGE_SIZE)
    }
  }
}

function pageOffset(address: Address): number {
  return address % PAGE_SIZE
}

function nextPage(address: Address): Address {
  return alignDown(address, PAGE_SIZE) + PAGE_SIZE
}
