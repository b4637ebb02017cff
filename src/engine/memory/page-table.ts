import { type Address, alignDown, type Bytes, PAGE_SIZE } from '../units.ts'
import { Frames, NO_PAGE, Page, RESIDENT, WINDOW_PAGES, Window, ZERO_FRAME } from './pages.ts'

/** Slots of the cache of pages outside the window, and the addresses that they cover together. */
export const CACHE_SLOTS = 4096
export const CACHE_REACH: Bytes = CACHE_SLOTS * PAGE_SIZE

/** First address that no process can have. */
export const ADDRESS_LIMIT: Address = 2 ** 47

/**
 * Where the bytes and flags of each page lie. Most pages of a run belong to the program and its brk heap, so
 * these lie in one flat, growing buffer (the window) that loads and stores index directly. All other pages are
 * separate and found through a map, with a direct-mapped cache before it.
 */
export class PageTable {
  protected readonly windowBase: Address
  // Copies of the window's views: one field less to follow on the fast paths.
  protected u8: Uint8Array
  protected u32: Uint32Array
  protected readonly flags: Uint8Array
  protected readonly cache: Page[] = new Array<Page>(CACHE_SLOTS).fill(NO_PAGE)

  private readonly window = new Window()
  private readonly sparse = new Map<number, Page>()
  private readonly frames = new Frames()

  constructor(windowBase: Address) {
    this.windowBase = alignDown(windowBase, PAGE_SIZE)
    this.u8 = this.window.u8
    this.u32 = this.window.u32
    this.flags = this.window.flags
  }

  /** Called when the window's buffer was replaced by a larger one. */
  protected windowGrown(): void {
    this.u8 = this.window.u8
    this.u32 = this.window.u32
  }

  protected inWindow(address: Address): boolean {
    const o = address - this.windowBase
    return o >= 0 && o < WINDOW_PAGES * PAGE_SIZE
  }

  protected flagsOf(address: Address): number {
    if (this.inWindow(address)) return this.flags[(address - this.windowBase) >>> 12]!
    return this.sparsePage(address).flags
  }

  /** Sets the flags of a page; one that becomes resident gets bytes, zeros at first. */
  protected setFlags(address: Address, flags: number): void {
    if (this.inWindow(address)) {
      const index = (address - this.windowBase) >>> 12
      if (index >= this.window.pages) {
        this.window.grow(index)
        this.windowGrown()
      }
      this.flags[index] = flags
      return
    }
    let page = this.sparsePage(address)
    if (page === NO_PAGE) {
      if (flags === 0) return
      page = this.addPage(address)
    }
    if ((flags & RESIDENT) !== 0 && page.u8 === ZERO_FRAME.u8) page.setFrame(this.frames.take())
    page.flags = flags
  }

  /** The array that holds the byte at `address`, at index `offsetIn(address)`; null where there is none. */
  protected bytesOf(address: Address): Uint8Array | null {
    const o = address - this.windowBase
    if (o >= 0 && o < WINDOW_PAGES * PAGE_SIZE) return o < this.u8.length ? this.u8 : null
    const page = this.sparsePage(address)
    return page === NO_PAGE ? null : page.u8
  }

  protected offsetIn(address: Address): number {
    return this.inWindow(address) ? address - this.windowBase : address % PAGE_SIZE
  }

  /** The bytes of a resident page. */
  protected residentBytes(address: Address): Uint8Array {
    const start = this.inWindow(address) ? alignDown(address - this.windowBase, PAGE_SIZE) : 0
    return this.bytesOf(address)!.subarray(start, start + PAGE_SIZE)
  }

  /** Takes the bytes of a resident page away; its flags are the caller's to set. */
  protected clearBytes(address: Address): void {
    if (this.inWindow(address)) {
      this.residentBytes(address).fill(0)
      return
    }
    const page = this.sparsePage(address)
    this.frames.giveBack({ u8: page.u8, u32: page.u32 })
    page.setFrame(ZERO_FRAME)
  }

  /** The page outside the window that holds `address`, or NO_PAGE. */
  protected sparsePage(address: Address): Page {
    if (!(address >= 0 && address < ADDRESS_LIMIT)) return NO_PAGE
    const slot = (address / PAGE_SIZE) & (CACHE_SLOTS - 1)
    const cached = this.cache[slot]!
    if (cached.tag === ((address / CACHE_REACH) | 0)) return cached
    const page = this.sparse.get(Math.floor(address / PAGE_SIZE))
    if (page === undefined) return NO_PAGE
    this.cache[slot] = page
    return page
  }

  private addPage(address: Address): Page {
    const page = new Page((address / CACHE_REACH) | 0)
    this.sparse.set(Math.floor(address / PAGE_SIZE), page)
    this.cache[(address / PAGE_SIZE) & (CACHE_SLOTS - 1)] = page
    return page
  }

  /** Clears flag bits of every page outside the window, and forgets the pages that have none left. */
  protected clearSparseFlags(bits: number): void {
    for (const [number, page] of this.sparse) {
      page.flags &= ~bits
      if (page.flags === 0) this.forget(number, page)
    }
  }

  /** Clears flag bits of the page with this number. */
  protected clearPageFlags(number: number, bits: number): void {
    const address = number * PAGE_SIZE
    const flags = this.flagsOf(address) & ~bits
    this.setFlags(address, flags)
    if (flags !== 0 || this.inWindow(address)) return
    const page = this.sparse.get(number)
    if (page !== undefined) this.forget(number, page)
  }

  private forget(number: number, page: Page): void {
    page.retire()
    this.sparse.delete(number)
  }

  protected clearWindowFlags(bits: number): void {
    for (let i = 0; i < this.window.pages; i++) this.flags[i] = this.flags[i]! & ~bits
  }

  /** Calls `visit` with the address of each page of [from, to) that has been touched or is dirty. */
  protected eachPage(from: Address, to: Address, visit: (address: Address) => void): void {
    const first = Math.max(0, Math.floor((from - this.windowBase) / PAGE_SIZE))
    const last = Math.min(this.window.pages, Math.ceil((to - this.windowBase) / PAGE_SIZE))
    for (let i = first; i < last; i++) if (this.flags[i] !== 0) visit(this.windowBase + i * PAGE_SIZE)
    const start = Math.floor(from / PAGE_SIZE)
    const end = Math.ceil(to / PAGE_SIZE)
    if (end - start < this.sparse.size) {
      for (let n = start; n < end; n++) if (this.sparse.has(n)) visit(n * PAGE_SIZE)
    } else {
      for (const n of this.sparse.keys()) if (n >= start && n < end) visit(n * PAGE_SIZE)
    }
  }
}
