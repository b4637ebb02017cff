import { type Address, type Bytes, PAGE_SIZE } from '../units.ts'
import type { AccessKind, Fault, FaultKind } from './fault.ts'
import { PROT_EXEC, PROT_READ, PROT_WRITE, UNMAPPED } from './fault.ts'
import { ADDRESS_LIMIT, PageTable, type StackRange } from './page-table.ts'
import { DIRTY, FAST_BITS, FAST_READ, FAST_WRITE, RESIDENT, TOUCHED } from './pages.ts'
import { type Entry, type Snapshot, SnapshotBase, ZEROS } from './snapshot.ts'

/** Permissions of the page at an address (PROT_ bits), or UNMAPPED. */
export type ProtectionLookup = (address: Address) => number

export interface MemoryOptions {
  /** Lowest address of the flat window: loads and stores from here upward are the fastest. */
  readonly windowBase: Address
  /** Addresses that a stack may take; the upper 16 MiB of them are as fast. */
  readonly stack?: StackRange
  readonly protection: ProtectionLookup
  /** Asked when nothing is mapped at an accessed address: true if the kernel has now mapped something there (a growing stack). */
  readonly grow?: (address: Address) => boolean
  /** Most pages that may have been touched at once before an access faults as `exhausted`. */
  readonly residentBudget?: number
}

const DEFAULT_RESIDENT_BUDGET = 131072

/**
 * Pages coming and going: first touches, faults, what the kernel does to ranges, snapshots. The layer between
 * where pages lie (PageTable) and what a program does with their bytes (BulkAccess, Memory).
 */
export class Paging extends PageTable {
  /** The last access that failed; stays until `clearFault`. */
  fault: Fault | null = null
  /** Pages with bytes of their own: read-only touches of untouched memory have none. */
  residentPages = 0
  /** Minor page faults so far: the first touch of each page, and the first store to one that was only read. */
  pageFaults = 0

  private touchedPages = 0
  private dirty: number[] = []
  private readonly base = new SnapshotBase()
  private readonly protection: ProtectionLookup
  private readonly grow: ((address: Address) => boolean) | undefined
  private readonly residentBudget: number

  constructor(options: MemoryOptions) {
    super(options.windowBase, options.stack)
    this.protection = options.protection
    this.grow = options.grow
    this.residentBudget = options.residentBudget ?? DEFAULT_RESIDENT_BUDGET
  }

  /** Whether the program could access the byte, without accessing it. */
  allows(address: Address, access: AccessKind): boolean {
    return this.refusal(address, access) === null
  }

  /** Whether the page at `address` has bytes of its own. */
  isResident(address: Address): boolean {
    return (this.flagsOf(address) & RESIDENT) !== 0
  }

  /**
   * Calls `visit` with the address of each page of [from, to) that has been accessed, in no order, and whether it has
   * bytes of its own or has only been read. Costs the pages that there are, not those of the range.
   */
  eachTouched(from: Address, to: Address, visit: (address: Address, isResident: boolean) => void): void {
    this.eachPage(from, to, (address) => {
      const flags = this.flagsOf(address)
      if ((flags & TOUCHED) !== 0) visit(address, (flags & RESIDENT) !== 0)
    })
  }

  clearFault(): void {
    this.fault = null
  }

  // --- For the kernel ------------------------------------------------------------------------

  /** Permissions of [from, to) changed: they are looked up anew on next use. */
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
      if ((flags & TOUCHED) === 0) continue
      const bytes = (flags & RESIDENT) === 0 ? ZEROS : this.residentBytes(address)
      this.putPage(to + (address - from), bytes)
      this.dropPage(address)
    }
  }

  // --- Snapshots -----------------------------------------------------------------------------

  /** Pages changed since the last snapshot was taken or restored. */
  get dirtyPages(): number {
    return this.dirty.length
  }

  /** Keeps the present state. Costs a copy of each dirty page; clean ones are shared with the last snapshot. */
  snapshot(): Snapshot {
    const { residentPages, touchedPages, pageFaults } = this
    const counters = { residentPages, touchedPages, pageFaults }
    const taken = this.base.take(this.dirty, (number) => this.entryOf(number * PAGE_SIZE), counters)
    for (const number of this.dirty) this.clearPageFlags(number, DIRTY | FAST_WRITE)
    this.dirty = []
    return taken
  }

  /** Goes back (or forward) to a snapshot of this memory. Costs the pages that differ. */
  restore(snapshot: Snapshot): void {
    this.base.moveTo(snapshot, this.dirty, (number, entry) => {
      const address = number * PAGE_SIZE
      this.dropPage(address)
      if (entry !== undefined) this.putPage(address, entry)
    })
    this.clearWindowFlags(FAST_BITS | DIRTY)
    this.clearSparseFlags(FAST_BITS | DIRTY)
    this.dirty = []
    this.residentPages = snapshot.residentPages
    this.touchedPages = snapshot.touchedPages
    this.pageFaults = snapshot.pageFaults
    this.fault = null
  }

  // --- Page faults ---------------------------------------------------------------------------

  /** Makes the page at `address` ready for an access of `size` bytes in all, or records a fault. */
  protected ensure(address: Address, access: 'read' | 'write', size: Bytes): boolean {
    const flags = this.flagsOf(address)
    if ((flags & (access === 'read' ? FAST_READ : FAST_WRITE)) !== 0) return true
    let refusal = this.refusal(address, access)
    if (refusal === 'unmapped' && this.grow?.(address) === true) refusal = this.refusal(address, access)
    if (refusal !== null) return this.raise(refusal, access, address, size)
    if ((flags & TOUCHED) === 0) {
      if (this.touchedPages >= this.residentBudget) return this.raise('exhausted', access, address, size)
      this.touchedPages++
      this.markDirty(address)
    }
    if (access === 'read') {
      if ((flags & TOUCHED) === 0) this.pageFaults++
      this.addFlags(address, TOUCHED | FAST_READ)
      return true
    }
    if ((flags & RESIDENT) === 0) {
      this.pageFaults++
      this.residentPages++
    }
    this.markDirty(address)
    this.addFlags(address, TOUCHED | RESIDENT | FAST_WRITE | FAST_READ)
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

  private addFlags(address: Address, flags: number): void {
    this.setFlags(address, this.flagsOf(address) | flags)
  }

  private dropPage(address: Address): void {
    const flags = this.flagsOf(address)
    if ((flags & TOUCHED) === 0) return
    this.touchedPages--
    if ((flags & RESIDENT) !== 0) {
      this.residentPages--
      this.clearBytes(address)
    }
    this.markDirty(address)
    this.setFlags(address, DIRTY)
  }

  /** Gives an untouched page bytes; ZEROS makes it one that was only read. */
  private putPage(address: Address, bytes: Uint8Array): void {
    if (bytes !== ZEROS) {
      this.makeResident(address)
      this.residentBytes(address).set(bytes)
      return
    }
    this.touchedPages++
    this.markDirty(address)
    this.addFlags(address, TOUCHED)
  }

  /** Gives a page bytes of its own without an access of the program: no fault is counted, no permission asked. */
  protected makeResident(address: Address): void {
    const flags = this.flagsOf(address)
    if ((flags & TOUCHED) === 0) this.touchedPages++
    if ((flags & RESIDENT) === 0) this.residentPages++
    this.markDirty(address)
    this.addFlags(address, TOUCHED | RESIDENT)
  }

  /** Whether anything is mapped at `address`. */
  protected isMapped(address: Address): boolean {
    return address >= 0 && address < ADDRESS_LIMIT && this.protection(address) !== UNMAPPED
  }

  /** What a snapshot keeps of a page. */
  private entryOf(address: Address): Entry {
    const flags = this.flagsOf(address)
    if ((flags & RESIDENT) !== 0) return this.residentBytes(address).slice()
    return (flags & TOUCHED) !== 0 ? ZEROS : undefined
  }
}
