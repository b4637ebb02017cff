import { EINVAL, ENOMEM, MAP_ANONYMOUS, MAP_PRIVATE, MREMAP_MAYMOVE } from '../../kernel/index.ts'
import { PROT_NONE, PROT_READ, PROT_WRITE } from '../../memory/index.ts'
import { type Address, alignDown, alignUp, type Bytes, hex, PAGE_SIZE } from '../../units.ts'
import {
  type AllocatorContext,
  type AllocatorFactory,
  type ChunkVisitor,
  type Field,
  type HeapProblem,
  MAX_REQUEST,
  type WalkProblem,
} from '../allocator.ts'
import { PlainAnatomy } from '../anatomy.ts'
import { BaseAllocator } from '../base.ts'
import { checkPages } from './check.ts'
import { LENGTH, type Shape } from './layout.ts'
import { Table } from './table.ts'
import { blockFields, walkMappings } from './walk.ts'

/** Every block in pages of its own, as Electric Fence does it (Bruce Perens, 1987). */
class PagesAllocator extends BaseAllocator {
  readonly listNames: readonly string[] = []
  readonly alignment: Bytes
  readonly anatomy = new PlainAnatomy(0, (requested) => alignUp(Math.max(requested, 1), PAGE_SIZE))
  private readonly table: Table

  constructor(
    context: AllocatorContext,
    private readonly shape: Shape,
    endAlignment: Bytes,
  ) {
    super(context)
    this.alignment = shape.atEnd ? endAlignment : PAGE_SIZE
    this.table = new Table(context)
  }

  /** Maps the table. */
  init(): boolean {
    return this.table.begin()
  }

  malloc(size: Bytes): Address {
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    return this.allocateAligned(this.alignment, size)
  }

  free(payload: Address): void {
    if (payload === 0) return
    const entry = this.enter(payload)
    if (entry === 0) return
    const length = this.words.load64(entry + LENGTH)
    this.stats.removeUsed(length - this.shape.guard)
    this.unmap(alignDown(payload, PAGE_SIZE), length)
    this.table.remove(entry)
  }

  usableSize(payload: Address): Bytes {
    const entry = payload === 0 ? 0 : this.table.find(payload)
    return entry === 0 ? 0 : this.endOfData(payload, entry) - payload
  }

  walk(visit: ChunkVisitor): WalkProblem | null {
    return walkMappings(this.process, this.shape, visit)
  }

  /** Nothing is ever free: there are no lists. */
  walkLists(): null {
    return null
  }

  fields(chunk: Address): readonly Field[] {
    return blockFields(this.process, this.shape, chunk)
  }

  check(report: (problem: HeapProblem) => void): void {
    checkPages(this.process, this.shape, report)
  }

  protected override resize(payload: Address, size: Bytes): Address {
    const entry = this.enter(payload)
    if (entry === 0) return this.fail(EINVAL)
    const mapping = alignDown(payload, PAGE_SIZE)
    const end = this.endOfData(payload, entry)
    const data = end - mapping
    const wanted = this.tellRequest(size, this.alignment)
    const isHere = wanted === data && this.payloadIn(mapping, data, size, this.alignment) === payload
    if (isHere) {
      this.tellInPlace(mapping, data, wanted, 'fits')
      return payload
    }
    if (!this.shape.atEnd && wanted < data && this.shrink(entry, mapping, data, wanted)) return payload
    if (!this.shape.atEnd && wanted > data && this.shape.guard === 0)
      return this.remap(entry, mapping, data, wanted)
    return this.moveBlock(payload, end - payload, size)
  }

  protected allocateAligned(alignment: Bytes, size: Bytes): Address {
    const data = this.tellRequest(size, alignment)
    if (!this.table.reserve()) return this.fail(ENOMEM)
    const mapping = this.map(data + this.shape.guard, alignment)
    if (mapping === 0) return this.fail(ENOMEM)
    if (this.shape.guard > 0 && !this.guard(mapping + data)) {
      this.unmap(mapping, data + this.shape.guard)
      return this.fail(ENOMEM)
    }
    const payload = this.payloadIn(mapping, data, size, alignment)
    this.table.insert(payload, data + this.shape.guard)
    this.stats.addUsed(data)
    return payload
  }

  /** The entry of a payload; 0, reported, when the table has none. */
  private enter(payload: Address): Address {
    const entry = this.table.find(payload)
    if (entry === 0 && this.context.observer !== null) {
      this.emit({ kind: 'reject', payload, why: 'no mapping was made for it' })
    }
    return entry
  }

  private endOfData(payload: Address, entry: Address): Address {
    return alignDown(payload, PAGE_SIZE) + this.words.load64(entry + LENGTH) - this.shape.guard
  }

  /** Where a block of `size` bytes begins in its data pages. */
  private payloadIn(mapping: Address, data: Bytes, size: Bytes, alignment: Bytes): Address {
    if (!this.shape.atEnd || alignment >= PAGE_SIZE) return mapping
    return mapping + data - alignUp(Math.max(size, 1), alignment)
  }

  /** Maps `length` bytes at a multiple of `alignment`. 0 when the kernel refuses. */
  private map(length: Bytes, alignment: Bytes): Address {
    const extra = Math.max(0, alignment - PAGE_SIZE)
    const address = this.process.mmap(0, length + extra, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
    if (this.context.observer !== null) {
      this.emit({ kind: 'map', address: Math.max(0, address), length: length + extra })
    }
    if (address < 0) return 0
    const mapping = alignUp(address, Math.max(alignment, PAGE_SIZE))
    const end = address + length + extra
    if (mapping > address) this.unmap(address, mapping - address)
    if (mapping + length < end) this.unmap(mapping + length, end - mapping - length)
    return mapping
  }

  private unmap(address: Address, length: Bytes): void {
    this.process.munmap(address, length)
    if (this.context.observer !== null) this.emit({ kind: 'unmap', address, length })
  }

  /** Takes all permissions from the page. */
  private guard(address: Address): boolean {
    if (this.process.mprotect(address, PAGE_SIZE, PROT_NONE) !== 0) return false
    if (this.context.observer !== null) {
      const text = `mprotect takes all permissions from the page at ${hex(address)}: it guards the block`
      this.emit({ kind: 'note', text, chunk: address, size: PAGE_SIZE })
    }
    return true
  }

  /** Gives whole pages at the end back; the guard page moves down. False when the kernel refuses. */
  private shrink(entry: Address, mapping: Address, data: Bytes, wanted: Bytes): boolean {
    const { guard } = this.shape
    if (guard > 0 && !this.guard(mapping + wanted)) return false
    this.unmap(mapping + wanted + guard, data - wanted)
    this.words.store64(entry + LENGTH, wanted + guard)
    this.recount(data, wanted)
    this.tellInPlace(mapping, data, wanted, 'shrink')
    return true
  }

  /** Lets the kernel find a place for more pages; the contents go along without a copy. */
  private remap(entry: Address, mapping: Address, data: Bytes, wanted: Bytes): Address {
    const moved = this.process.mremap(mapping, data, wanted, MREMAP_MAYMOVE)
    if (moved < 0) return this.fail(-moved)
    if (moved !== mapping) {
      this.table.remove(entry)
      this.table.insert(moved, wanted)
    } else {
      this.words.store64(entry + LENGTH, wanted)
    }
    this.recount(data, wanted)
    if (moved === mapping) {
      this.tellInPlace(mapping, data, wanted, 'remap')
    } else if (this.context.observer !== null) {
      const text = `mremap moves the pages from ${hex(mapping)} to ${hex(moved)}; no byte is copied`
      this.emit({ kind: 'note', text, chunk: moved, size: wanted })
    }
    return moved
  }

  private recount(from: Bytes, to: Bytes): void {
    this.stats.removeUsed(from)
    this.stats.addUsed(to)
  }

  /** Bytes of data pages for a request, told as a step. A request for nothing gets a page. */
  private tellRequest(size: Bytes, alignment: Bytes): Bytes {
    const unit = Math.min(alignment, PAGE_SIZE)
    const data = alignUp(alignUp(Math.max(size, 1), unit), PAGE_SIZE)
    if (this.context.observer !== null) {
      const padding = data - size
      this.emit({ kind: 'request', requested: size, overhead: 0, padding, need: data, unit: PAGE_SIZE })
    }
    return data
  }

  private tellInPlace(chunk: Address, from: Bytes, to: Bytes, how: 'fits' | 'shrink' | 'remap'): void {
    if (this.context.observer !== null) this.emit({ kind: 'inPlace', chunk, from, to, how })
  }
}

export const createPages: AllocatorFactory = (context, options) => {
  const shape = { guard: options['guard'] === true ? PAGE_SIZE : 0, atEnd: options['place'] === 'end' }
  return new PagesAllocator(context, shape, Number(options['alignment']))
}
