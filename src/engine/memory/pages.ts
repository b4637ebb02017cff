import { type Address, type Bytes, PAGE_SIZE } from '../units.ts'

/*
 * Flags of a page:
 *   TOUCHED     accessed at least once: it counts against the budget
 *   RESIDENT    has bytes of its own (written, not just read as zeros)
 *   DIRTY       changed since the last snapshot was taken or restored
 *   FAST_READ   loads may go straight to the bytes
 *   FAST_WRITE  stores may too: writable, resident and dirty already
 * The FAST bits work like a TLB: set on first use, dropped when a mapping changes.
 */
export const TOUCHED = 1
export const RESIDENT = 2
export const DIRTY = 4
export const FAST_READ = 8
export const FAST_WRITE = 16
export const FAST_BITS = FAST_READ | FAST_WRITE

/** Most pages of the heap's window: 256 MiB of addresses from its base. */
export const WINDOW_PAGES = 65536
export const WINDOW_START_PAGES = 64

/** A flat window: bytes and flags of the pages from its base upward, the bytes allocated as far as used. */
export class Window {
  u8: Uint8Array
  u32: Uint32Array
  readonly flags: Uint8Array
  /** Pages that the buffer holds now. */
  pages: number

  /** `base` on a page boundary; `mostPages`: addresses it stands for; `pages`: those whose bytes it has at once. */
  constructor(
    readonly base: Address,
    readonly mostPages: number,
    pages: number,
  ) {
    this.pages = pages
    this.u8 = new Uint8Array(pages * PAGE_SIZE)
    this.u32 = new Uint32Array(this.u8.buffer)
    this.flags = new Uint8Array(mostPages)
  }

  /** Makes the buffer hold page `index`; the bytes of resident pages are kept. */
  grow(index: number): void {
    const pages = Math.min(this.mostPages, Math.max(index + 1, this.pages * 2))
    const u8 = new Uint8Array(pages * PAGE_SIZE)
    for (let p = 0; p < this.pages; p++) {
      if ((this.flags[p]! & RESIDENT) === 0) continue
      u8.set(this.u8.subarray(p * PAGE_SIZE, (p + 1) * PAGE_SIZE), p * PAGE_SIZE)
    }
    this.u8 = u8
    this.u32 = new Uint32Array(u8.buffer)
    this.pages = pages
  }
}

/** The bytes of one page, in both widths. */
export interface Frame {
  readonly u8: Uint8Array
  readonly u32: Uint32Array
}

/** What a page without bytes of its own reads as. Never written. */
export const ZERO_FRAME: Frame = makeFrame(new ArrayBuffer(PAGE_SIZE), 0)

/** Tag of a page that is in no table. */
const NO_TAG = -1

/** A page outside the window. */
export class Page {
  u8 = ZERO_FRAME.u8
  u32 = ZERO_FRAME.u32
  flags = 0

  /** `tag`: which of the pages with the same slot in the cache it is. */
  constructor(public tag: number) {}

  setFrame(frame: Frame): void {
    this.u8 = frame.u8
    this.u32 = frame.u32
  }

  /** Takes the page out of use: a cache that still holds it never takes it for another. */
  retire(): void {
    this.tag = NO_TAG
  }
}

/** A page that no address has. */
export const NO_PAGE = new Page(NO_TAG)

const SLAB_PAGES = 16
/** Most free frames kept for reuse: 4 MiB. */
const MOST_FREE: number = 1024

/** Hands out frames full of zeros, and takes them back. */
export class Frames {
  private readonly free: Frame[] = []

  take(): Frame {
    const frame = this.free.pop()
    if (frame !== undefined) return frame
    const slab = new ArrayBuffer(SLAB_PAGES * PAGE_SIZE)
    for (let i = 1; i < SLAB_PAGES; i++) this.free.push(makeFrame(slab, i * PAGE_SIZE))
    return makeFrame(slab, 0)
  }

  giveBack(frame: Frame): void {
    if (this.free.length >= MOST_FREE) return
    frame.u8.fill(0)
    this.free.push(frame)
  }
}

function makeFrame(buffer: ArrayBuffer, offset: Bytes): Frame {
  return {
    u8: new Uint8Array(buffer, offset, PAGE_SIZE),
    u32: new Uint32Array(buffer, offset, PAGE_SIZE / 4),
  }
}
