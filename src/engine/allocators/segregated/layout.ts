import type { Address, Bytes } from '../../units.ts'

/*
 * A chunk, in use or free, has a tag at either end (8 bytes each, the same value):
 *
 *   +0        header  size of the chunk, a multiple of 16, plus flags: 1 in use, 2 gap
 *   +8        payload; while the chunk is free: +8 next and +16 prev in its bin
 *   +size-8   footer
 *
 *      start                                                       break
 *        | 1 | chunk | chunk | ... | chunk | 1 |
 *          ^ prologue: a footer      epilogue ^: a header, each of size 0 and in use
 *
 * A gap is what the program itself has taken from the break between two areas of chunks. The old
 * epilogue is its header, the prologue of the new area its footer.
 *
 * Static variables:
 *
 *   +0   first    the first chunk's header; 0 before the heap begins
 *   +8   end      the epilogue
 *   +16  bitmap   a bit for each bin that is not empty: 8 words of 4 bytes
 *   +48  bins     the first chunk of each bin, 8 bytes each
 */
export const TAG = 8
export const UNIT = 16
export const MIN_CHUNK = 32
export const NEXT = 8
export const PREV = 16

export const USED_FLAG = 1
export const GAP_FLAG = 2

export const FIRST = 0
export const END = 8
export const BITMAP = 16
export const BINS = 48

/** The chunk size in a tag. */
export function sizeOf(tag: number): Bytes {
  return tag - (tag & (UNIT - 1))
}

/** Whether a tag's chunk is in use. */
export function isUsed(tag: number): boolean {
  return (tag & USED_FLAG) !== 0
}

/** The chunk size for a request: two tags, rounded up to 16, at least 32. */
export function chunkFor(request: Bytes): Bytes {
  return Math.max(MIN_CHUNK, Math.ceil((request + 2 * TAG) / UNIT) * UNIT)
}

/** Where the head of a bin lies. */
export function binAt(statics: Address, bin: number): Address {
  return statics + BINS + 8 * bin
}

/** The word of the bitmap that holds a bin's bit. */
export function bitmapWordAt(statics: Address, bin: number): Address {
  return statics + BITMAP + 4 * (bin >>> 5)
}
