import { type Address, alignUp, type Bytes } from '../../units.ts'
import { MAX_REQUEST } from '../allocator.ts'
import type { ClassroomOptions } from './options.ts'

/*
 * A chunk, T being the bytes of a tag (4 or 8) and A the alignment:
 *
 *   chunk        chunk + T                               chunk + size - T      chunk + size
 *   | header T   | payload (a multiple of A)           … | footer T            |
 *   | size+flags | free, linked: next 8 | prev 8         | size+in-use bit     |
 *
 * Sizes are multiples of A, so the low three bits of a tag are flags. With `footers: free` a chunk
 * in use has no footer: its payload goes on to the next header, whose bit 1 says so.
 *
 *   the break at the start                                              the break now
 *   | padding | prologue, size P, in use | chunk | chunk | … | epilogue T: size 0, in use |
 *             '--- sentinels only ------'                    '---- sentinels only --------'
 *
 * The padding makes chunk + T a multiple of A. A block with a mapping of its own:
 *
 *   mapping | next 8 | prev 8 | … | header T: length + MAPPED + USED | payload (a multiple of A) …
 */

/** Bit 0 of a tag: the chunk is in use. */
export const USED_BIT = 1
/** Bit 1 of a header, with `footers: free`: the chunk before this one is in use. */
export const PREVIOUS_USED_BIT = 2
/** Bit 2 of a header: the block has a mapping of its own, as long as the size says. */
export const MAPPED_BIT = 4

const LINK: Bytes = 8

/** Static variables, 8 bytes each, as offsets from process.staticStart. */
export const HEAP_START: Bytes = 0
export const HEAP_END: Bytes = 8
export const ROVER: Bytes = 16
export const LIST_HEAD: Bytes = 24
export const LIST_TAIL: Bytes = 32
export const MAPPINGS: Bytes = 40

/** The size in a tag. */
export function sizeOf(tag: number): Bytes {
  return tag - (tag & 7)
}

/** Whether a tag says "in use". */
export function isUsed(tag: number): boolean {
  return (tag & USED_BIT) !== 0
}

/** Where things lie in and around chunks: what the options fix, computed once. */
export class Layout {
  readonly tag: Bytes
  readonly alignment: Bytes
  readonly footersAlways: boolean
  readonly sentinels: boolean
  readonly linked: boolean
  /** Bytes of tags in a chunk in use. */
  readonly overhead: Bytes
  /** The smallest chunk: room for a byte when in use, for tags and links when free. */
  readonly smallest: Bytes
  /** The largest chunk that a tag can hold. */
  readonly largest: Bytes
  /** A remainder of this size or more becomes a chunk. */
  readonly splitFrom: Bytes
  /** From the start of a mapping to its block's payload. */
  readonly mappedOffset: Bytes

  constructor(options: ClassroomOptions) {
    const { tag, alignment } = options
    this.tag = tag
    this.alignment = alignment
    this.footersAlways = options.footers === 'always'
    this.sentinels = options.ends === 'sentinels' || !this.footersAlways
    this.linked = options.list !== 'implicit'
    this.overhead = this.footersAlways ? 2 * tag : tag
    const whenFree = 2 * tag + (this.linked ? 2 * LINK : 0)
    this.smallest = alignUp(Math.max(this.overhead + 1, whenFree), alignment)
    this.largest = tag === 4 ? 2 ** 32 - alignment : 2 * MAX_REQUEST
    this.splitFrom = Math.max(this.smallest, alignUp(options.split, alignment))
    this.mappedOffset = alignUp(2 * LINK + tag, alignment)
  }

  /** The chunk size for a request. */
  need(request: Bytes): Bytes {
    return Math.max(this.smallest, alignUp(request + this.overhead, this.alignment))
  }

  /** The first address from `base` on where a chunk may begin. */
  firstChunk(base: Address): Address {
    return alignUp(base + this.tag, this.alignment) - this.tag
  }

  /** Bytes of the chunk that stands before all others; 0 without sentinels. */
  get prologue(): Bytes {
    return this.sentinels ? alignUp(2 * this.tag, this.alignment) : 0
  }

  /** Bytes of the tag that stands behind all chunks; 0 without sentinels. */
  get epilogue(): Bytes {
    return this.sentinels ? this.tag : 0
  }
}

/** Where the link to the next free chunk lies. */
export function nextLink(layout: Layout, chunk: Address): Address {
  return chunk + layout.tag
}

/** Where the link to the previous free chunk lies. */
export function previousLink(layout: Layout, chunk: Address): Address {
  return chunk + layout.tag + LINK
}
