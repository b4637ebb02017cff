import type { Words } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'
import { HEAP_END, HEAP_START, isUsed, type Layout, PREVIOUS_USED_BIT, sizeOf, USED_BIT } from './layout.ts'

/** Somebody who derives things from tags. */
export interface TagListener {
  /** A tag at this address is being stored. */
  touch(address: Address): void
}

/** Tags and static variables as the allocator's own code reads and writes them: may end by FaultSignal. */
export class Chunks {
  private readonly narrow: boolean
  private readonly width: Bytes

  /** Hears of every tag that is stored, if anybody wants to. */
  listener: TagListener | null = null

  constructor(
    readonly layout: Layout,
    readonly words: Words,
    readonly statics: Address,
  ) {
    this.narrow = layout.tag === 4
    this.width = layout.tag
  }

  /** The tag at an address (a header's or a footer's). 64-bit tags above 2^53 come as the nearest number. */
  tagAt(address: Address): number {
    return this.narrow ? this.words.load32(address) : this.words.load64(address)
  }

  sizeAt(chunk: Address): Bytes {
    return sizeOf(this.tagAt(chunk))
  }

  /** The first chunk's address. */
  get start(): Address {
    return this.words.load64(this.statics + HEAP_START)
  }

  /** Where the last chunk ends: the epilogue's address, or the break. */
  get end(): Address {
    return this.words.load64(this.statics + HEAP_END)
  }

  setStart(address: Address): void {
    this.words.store64(this.statics + HEAP_START, address)
  }

  setEnd(address: Address): void {
    this.words.store64(this.statics + HEAP_END, address)
  }

  /** Writes the tags of a chunk that has a header already: what that says of the chunk before stays. */
  mark(chunk: Address, size: Bytes, used: boolean): void {
    const before = this.layout.footersAlways ? 0 : this.tagAt(chunk) & PREVIOUS_USED_BIT
    this.write(chunk, size, used, before)
  }

  /** Writes the tags of a new chunk behind one that is in use. */
  markNew(chunk: Address, size: Bytes, used: boolean): void {
    this.write(chunk, size, used, this.layout.footersAlways ? 0 : PREVIOUS_USED_BIT)
  }

  /** Writes the epilogue; nothing without sentinels. */
  writeEpilogue(address: Address, previousUsed: boolean): void {
    if (!this.layout.sentinels) return
    const bit = !this.layout.footersAlways && previousUsed ? PREVIOUS_USED_BIT : 0
    this.storeTag(address, USED_BIT + bit)
  }

  /** Whether the neighbour behind is a free chunk. */
  nextIsFree(next: Address): boolean {
    return (this.layout.sentinels || next < this.end) && !isUsed(this.tagAt(next))
  }

  /** Whether the neighbour in front is a free chunk (so that it has a footer). */
  previousIsFree(chunk: Address): boolean {
    if (!this.layout.footersAlways) return (this.tagAt(chunk) & PREVIOUS_USED_BIT) === 0
    return (this.layout.sentinels || chunk > this.start) && !isUsed(this.tagAt(chunk - this.width))
  }

  /** The chunk in front, found by its footer. */
  previousOf(chunk: Address): Address {
    return chunk - this.sizeAt(chunk - this.width)
  }

  storeTag(address: Address, tag: number): void {
    if (this.listener !== null) this.listener.touch(address)
    if (this.narrow) this.words.store32(address, tag)
    else this.words.store64(address, tag)
  }

  private write(chunk: Address, size: Bytes, used: boolean, before: number): void {
    const tag = used ? size + USED_BIT : size
    this.storeTag(chunk, tag + before)
    if (this.layout.footersAlways || !used) this.storeTag(chunk + size - this.width, tag)
    if (!this.layout.footersAlways) this.tellNext(chunk + size, used)
  }

  private tellNext(next: Address, used: boolean): void {
    const tag = this.tagAt(next)
    const told = (tag & PREVIOUS_USED_BIT) !== 0
    if (told !== used) this.storeTag(next, used ? tag + PREVIOUS_USED_BIT : tag - PREVIOUS_USED_BIT)
  }
}
