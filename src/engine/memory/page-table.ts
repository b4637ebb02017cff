import { type Address, alignDown, type Bytes, PAGE_SIZE } from '../units.ts'
import {
  Frames,
  NO_PAGE,
  Page,
  RESIDENT,
  WINDOW_PAGES,
  WINDOW_START_PAGES,
  Window,
  ZERO_FRAME,
} from './pages.ts'

/** Slots of the cache of pages outside the window, and the addresses that they cover together. */
export const CACHE_SLOTS = 4096
export const CACHE_REACH: Bytes = CACHE_SLOTS * PAGE_SIZE

/** First address that no process can have. */
export const ADDRESS_LIMIT: Address = 2 ** 47

/** Most of a stack that lies in a window of its own: 16 MiB. */
const MOST_STACK_PAGES = 4096

/** Addresses [from, to) of a stack, whole pages. */
export interface StackRange {
  readonly from: Address
  readonly to: Address
}

/**
 * Where the bytes and flags of each page lie. Most pages of a run belong to the program and its brk heap, so
 * these lie in one flat, growing buffer (the window) that loads and stores index directly; a second window holds
 * the upper end of the stack. All other pages are separate and found through a map, with a direct-mapped cache
 * before it.
 */
export class PageTable {
  protected readonly windowBase: Address
  // Copies of the window's views: one field less to follow on the fast paths.
  protected u8: Uint8Array
  protected u32: Uint32Array
  protected readonly flags: Uint8Array
  protected readonly stack: Window
  protected readonly cache: Page[] = new Array<Page>(CACHE_SLOTS).fill(NO_PAGE)

  private readonly window: Window
  private readonly sparse = new Map<number, Page>()
  private readonly frames = new Frames()

  constructor(windowBase: Address, stack: StackRange = { from: 0, to: 0 }) {
    this.windowBase = alignDown(windowBase, PAGE_SIZE)
    this.window = new Window(this.windowBase, WINDOW_PAGES, WINDOW_START_PAGES)
    const stackPages = Math.min(MOST_STACK_PAGES, (stack.to - stack.from) / PAGE_SIZE)
    this.stack = new Window(stack.to - stackPages * PAGE_SIZE, stackPages, 0)
    this.u8 = this.window.u8
    this.u32 = this.window.u32
    this.flags = this.window.flags
  }

  /** Called when a window's buffer was replaced by a larger one. */
  protected windowGrown(): void {
    this.u8 = this.window.u8
    this.u32 = this.window.u32
  }

  /** The window that stands for `address`, whether it has bytes there yet or not; null for a page of its own. */
  private windowAt(address: Address): Window | null {
    const o = address - this.windowBase
    if (o >= 0 && o < WINDOW_PAGES * PAGE_SIZE) return this.window
    const { stack } = this
    const s = address - stack.base
    return s >= 0 && s < stack.mostPages * PAGE_SIZE ? stack : null
  }

  protected flagsOf(address: Address): number {
    const window = this.windowAt(address)
    return window === null ? this.sparsePage(address).flags : window.flags[(address - window.base) >>> 12]!
  }

  /** Sets the flags of a page; one that becomes resident gets bytes, zeros at first. */
  protected setFlags(address: Address, flags: number): void {
    const window = this.windowAt(address)
    if (window !== null) {
      const index = (address - window.base) >>> 12
      if (index >= window.pages) {
        window.grow(index)
        this.windowGrown()
      }
      window.flags[index] = flags
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

  /** Makes the window's buffer hold [start, end), as far as the window goes; nothing for a range that begins elsewhere. */
  reserveWindow(start: Address, end: Address): void {
    if (this.windowAt(start) !== this.window) return
    const pages = Math.min(WINDOW_PAGES, Math.ceil((end - this.windowBase) / PAGE_SIZE))
    if (pages <= this.window.pages) return
    this.window.grow(pages - 1)
    this.windowGrown()
  }

  /** The array that holds the byte at `address`, at index `offsetIn(address)`; null where there is none. */
  protected bytesOf(address: Address): Uint8Array | null {
    const window = this.windowAt(address)
    if (window !== null) return address - window.base < window.u8.length ? window.u8 : null
    const page = this.sparsePage(address)
    return page === NO_PAGE ? null : page.u8
  }

  protected offsetIn(address: Address): number {
    const window = this.windowAt(address)
    return window === null ? address % PAGE_SIZE : address - window.base
  }

  /** The bytes of a resident page. */
  protected residentBytes(address: Address): Uint8Array {
    const start = alignDown(this.offsetIn(address), PAGE_SIZE)
    return this.bytesOf(address)!.subarray(start, start + PAGE_SIZE)
  }

  /** Takes the bytes of a resident page away; its flags are the caller's to set. */
  protected clearBytes(address: Address): void {
    if (this.windowAt(address) !== null) {
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
    if (flags !== 0 || this.windowAt(address) !== null) return
    const page = this.sparse.get(number)
    if (page !== undefined) this.forget(number, page)
  }

  private forget(number: number, page: Page): void {
    page.retire()
    this.sparse.delete(number)
  }

  protected clearWindowFlags(bits: number): void {
    for (const { flags, pages } of [this.window, this.stack]) {
      for (let i = 0; i < pages; i++) flags[i] = flags[i]! & ~bits
    }
  }

  /** Calls `visit` with the address of each page of [from, to) that has been touched or is dirty. */
  protected eachPage(from: Address, to: Address, visit: (address: Address) => void): void {
    for (const { base, flags, pages } of [this.window, this.stack]) {
      const first = Math.max(0, Math.floor((from - base) / PAGE_SIZE))
      const last = Math.min(pages, Math.ceil((to - base) / PAGE_SIZE))
      for (let i = first; i < last; i++) if (flags[i] !== 0) visit(base + i * PAGE_SIZE)
    }
    const start = Math.floor(from / PAGE_SIZE)
    const end = Math.ceil(to / PAGE_SIZE)
    if (end - start < this.sparse.size) {
      for (let n = start; n < end; n++) if (this.sparse.has(n)) visit(n * PAGE_SIZE)
    } else {
      for (const n of this.sparse.keys()) if (n >= start && n < end) visit(n * PAGE_SIZE)
    }
  }
}
