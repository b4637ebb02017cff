import { PAGE_SIZE } from '../units.ts'

/*
 * Where the bytes of pages lie. Most pages of a run belong to the program and its
 * brk heap, so these lie in one flat, growing buffer (the window) that loads and
 * stores index directly. All other pages are separate and found through a map.
 *
 * Flags of a page (both kinds):
 *   TOUCHED     accessed at least once: a page fault has been counted
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

/** Most pages of the flat window: 256 MiB of addresses from its base. */
export const WINDOW_PAGES = 65536

const WINDOW_START_PAGES = 64

/** A page outside the window. */
export class Page {
  readonly u8 = new Uint8Array(PAGE_SIZE)
  readonly u32 = new Uint32Array(this.u8.buffer)
  flags = 0
}

/** The flat window: bytes and flags of WINDOW_PAGES pages from `base` upward, allocated as far as used. */
export class Window {
  u8 = new Uint8Array(WINDOW_START_PAGES * PAGE_SIZE)
  u32 = new Uint32Array(this.u8.buffer)
  readonly flags = new Uint8Array(WINDOW_PAGES)
  /** Pages that the buffer holds now. */
  pages = WINDOW_START_PAGES

  /** Makes the buffer hold page `index`; the bytes of resident pages are kept. */
  grow(index: number): void {
    const pages = Math.min(WINDOW_PAGES, Math.max(index + 1, this.pages * 2))
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
