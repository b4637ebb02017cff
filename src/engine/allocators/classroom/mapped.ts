import { PROT_READ, PROT_WRITE } from '../../memory/index.ts'
import { type Address, alignUp, type Bytes, PAGE_SIZE } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import type { Chunks } from './chunks.ts'
import { MAPPED_BIT, MAPPINGS, USED_BIT } from './layout.ts'

const MAP_PRIVATE_ANONYMOUS = 0x22
const MREMAP_MAYMOVE = 1

/** Blocks with a mapping of their own, newest first in a doubly linked list through their first 16 bytes. */
export class MappedBlocks {
  private readonly head: Address

  constructor(
    private readonly chunks: Chunks,
    private readonly context: AllocatorContext,
  ) {
    this.head = chunks.statics + MAPPINGS
  }

  /** A block for the request; 0 when the kernel refuses or a tag cannot hold the length. */
  allocate(request: Bytes): Address {
    const { context, chunks } = this
    const length = this.lengthFor(request)
    if (length > chunks.layout.largest) return 0
    const mapping = context.process.mmap(0, length, PROT_READ | PROT_WRITE, MAP_PRIVATE_ANONYMOUS)
    const refused = mapping < 0
    if (context.observer !== null) context.observer({ kind: 'map', address: refused ? 0 : mapping, length })
    if (refused) return 0
    this.enter(mapping, length)
    return mapping + chunks.layout.mappedOffset
  }

  /** Gives the block's mapping back. */
  release(payload: Address): void {
    const { context } = this
    const mapping = this.mappingOf(payload)
    const length = this.lengthOf(payload)
    this.leave(mapping, length)
    context.process.munmap(mapping, length)
    if (context.observer !== null) context.observer({ kind: 'unmap', address: mapping, length })
  }

  /** Fits the mapping to a new size, moving its pages if the kernel must; the payload then, or 0 when it refuses. */
  resize(payload: Address, request: Bytes): Address {
    const { context, chunks } = this
    const from = this.lengthOf(payload)
    const to = this.lengthFor(request)
    if (to > chunks.layout.largest) return 0
    const mapping = this.mappingOf(payload)
    const moved = from === to ? mapping : this.remap(mapping, from, to)
    if (moved === 0) return 0
    if (context.observer !== null) {
      if (moved !== mapping) context.observer({ kind: 'map', address: moved, length: to })
      context.observer({ kind: 'inPlace', chunk: moved, from, to, how: from === to ? 'fits' : 'remap' })
    }
    return moved + chunks.layout.mappedOffset
  }

  /** Bytes that the caller may use. */
  usable(payload: Address): Bytes {
    return this.lengthOf(payload) - this.chunks.layout.mappedOffset
  }

  private remap(mapping: Address, from: Bytes, to: Bytes): Address {
    this.leave(mapping, from)
    const moved = this.context.process.mremap(mapping, from, to, MREMAP_MAYMOVE)
    if (moved < 0) {
      this.enter(mapping, from)
      return 0
    }
    this.enter(moved, to)
    return moved
  }

  private lengthFor(request: Bytes): Bytes {
    return alignUp(request + this.chunks.layout.mappedOffset, PAGE_SIZE)
  }

  private lengthOf(payload: Address): Bytes {
    return this.chunks.sizeAt(payload - this.chunks.layout.tag)
  }

  private mappingOf(payload: Address): Address {
    return payload - this.chunks.layout.mappedOffset
  }

  private enter(mapping: Address, length: Bytes): void {
    const { words, layout } = this.chunks
    const next = words.load64(this.head)
    words.store64(mapping, next)
    words.store64(mapping + 8, 0)
    if (next !== 0) words.store64(next + 8, mapping)
    words.store64(this.head, mapping)
    this.chunks.storeTag(mapping + layout.mappedOffset - layout.tag, length + MAPPED_BIT + USED_BIT)
    this.context.stats.addUsed(length)
  }

  private leave(mapping: Address, length: Bytes): void {
    const { words } = this.chunks
    const next = words.load64(mapping)
    const previous = words.load64(mapping + 8)
    words.store64(previous === 0 ? this.head : previous, next)
    if (next !== 0) words.store64(next + 8, previous)
    this.context.stats.removeUsed(length)
  }
}
