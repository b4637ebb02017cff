import { ENOMEM, MAP_ANONYMOUS, MAP_FIXED_NOREPLACE, MAP_PRIVATE } from '../../kernel/index.ts'
import { PROT_READ, PROT_WRITE } from '../../memory/index.ts'
import { type Address, alignDown, alignUp, type Bytes, PAGE_SIZE } from '../../units.ts'
import {
  type AllocatorContext,
  type AllocatorFactory,
  type ChunkVisitor,
  type Field,
  type HeapProblem,
  type ListVisitor,
  type Mark,
  ProcessAbort,
  type WalkProblem,
} from '../allocator.ts'
import { PlainAnatomy } from '../anatomy.ts'
import { BaseAllocator } from '../base.ts'
import type { Verdict } from '../steps.ts'
import { checkOstep } from './check.ts'
import { coalesceList } from './coalesce.ts'
import { BLOCKS, ENTRY, ENTRY_SIZE, FREE_LIST, loadSigned, Table } from './layout.ts'
import { type OstepOptions, ostepOptions } from './options.ts'
import { ORDERS, type Order } from './order.ts'
import { PLACEMENTS, type Placement } from './placement.ts'
import { listMarks, rangeFields, walkFreeList, walkRanges } from './walk.ts'

/** Entries that fit the first page of a table. */
const FIRST_ENTRIES = PAGE_SIZE / ENTRY

const LIST = 'free list'

/**
 * The heap of OSTEP's homework on free-space management (chapter 17, malloc.py). Blocks are told by their
 * first byte, which is the pretended header's; a payload begins behind the header.
 */
export class OstepAllocator extends BaseAllocator {
  // Sizes are rounded, addresses are not.
  readonly alignment = 1
  readonly listNames = [LIST]
  readonly anatomy: PlainAnatomy
  private readonly freeList: Table
  /** The blocks by address: what malloc.py calls its size map. */
  private readonly blocks: Table
  private readonly placement: Placement
  private readonly order: Order

  constructor(
    context: AllocatorContext,
    readonly options: OstepOptions,
  ) {
    super(context)
    this.anatomy = new PlainAnatomy(options.headerSize, (requested) => this.atLeastOne(requested))
    this.freeList = new Table(this.process, this.process.staticStart + FREE_LIST)
    this.blocks = new Table(this.process, this.process.staticStart + BLOCKS)
    this.placement = PLACEMENTS[options.policy]
    this.order = ORDERS[options.order]
  }

  /** The homework's heap never grows. */
  get fixedHeap(): Bytes {
    return this.options.size
  }

  /** Makes the tables and maps the range. A range that the kernel refuses is still managed: nothing of it is ever read here. */
  init(): boolean {
    if (!this.makeRoom(this.freeList, FIRST_ENTRIES) || !this.makeRoom(this.blocks, FIRST_ENTRIES))
      return false
    const { base, size } = this.options
    this.freeList.insert(0, base, size)
    this.stats.addFree(size)
    const start = alignDown(base, PAGE_SIZE)
    const length = alignUp(base + size, PAGE_SIZE) - start
    if (start >= 0 && length > 0) {
      const flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE
      this.process.mmap(start, length, PROT_READ | PROT_WRITE, flags)
    }
    return true
  }

  malloc(size: Bytes): Address {
    // Two blocks of 0 bytes would begin at one address, where malloc.py ends by an assertion.
    const block = this.place(this.needFor(size) > 0 ? size : 1)
    return block === -1 ? this.fail(ENOMEM) : block + this.options.headerSize
  }

  free(payload: Address): void {
    if (payload === 0) return
    if (this.release(payload - this.options.headerSize)) return
    if (this.context.observer !== null) {
      this.emit({ kind: 'reject', payload, why: 'no block in use begins there, so free answers -1' })
    }
  }

  usableSize(payload: Address): Bytes {
    if (payload === 0) return 0
    const block = payload - this.options.headerSize
    const index = this.blocks.lowerBound(block)
    return this.holds(index, block) ? this.sizeOf(index) - this.options.headerSize : 0
  }

  /**
   * malloc of malloc.py: the block's address, or -1. Where it dies because the block would begin at the
   * address of another one (of 0 bytes or less), this ends with a ProcessAbort.
   */
  place(size: Bytes): Address {
    const need = this.needFor(size)
    if (this.context.observer !== null) this.tellRequest(size, need)
    return this.take(need, 1)
  }

  /** free of malloc.py: false when no block in use begins there. */
  release(block: Address): boolean {
    const index = this.blocks.lowerBound(block)
    if (!this.holds(index, block)) return false
    const size = this.sizeOf(index)
    this.blocks.remove(index)
    this.stats.removeUsed(size)
    if (this.context.observer !== null) this.emit({ kind: 'mark', chunk: block, size, used: false })
    this.link(block, size)
    this.coalesce(block, size)
    return true
  }

  walk(visit: ChunkVisitor): WalkProblem | null {
    return walkRanges(this.process, this.options, visit)
  }

  walkLists(visit: ListVisitor): WalkProblem | null {
    return walkFreeList(this.process, visit)
  }

  override marks(): readonly Mark[] {
    return listMarks(this.process)
  }

  fields(chunk: Address): readonly Field[] {
    return rangeFields(this.process, chunk)
  }

  check(report: (problem: HeapProblem) => void): void {
    checkOstep(this.process, this.options, report)
  }

  /** Not in malloc.py: the payload is aligned by leaving the bytes in front of it on the list. */
  protected allocateAligned(alignment: Bytes, size: Bytes): Address {
    const request = this.needFor(size) > 0 ? size : 1
    const need = this.needFor(request)
    if (this.context.observer !== null) this.tellRequest(request, need)
    const block = this.take(need, alignment)
    return block === -1 ? this.fail(ENOMEM) : block + this.options.headerSize
  }

  private atLeastOne(size: Bytes): Bytes {
    return this.needFor(size) || this.needFor(1)
  }

  /** Bytes a request takes: rounded first, then the header is added. */
  private needFor(size: Bytes): Bytes {
    const { alignment, headerSize } = this.options
    return (alignment > 0 ? alignUp(size, alignment) : size) + headerSize
  }

  /** Bytes between `chunk` and the first block in it whose payload is aligned. */
  private gapFor(chunk: Address, alignment: Bytes): Bytes {
    const payload = chunk + this.options.headerSize
    return alignment === 1 ? 0 : alignUp(payload, alignment) - payload
  }

  /** Searches and cuts. -1 when nothing fits, or when the tables cannot grow. */
  private take(need: Bytes, alignment: Bytes): Address {
    const index = this.search(need, alignment)
    if (index === -1 || !this.roomForOne()) return -1
    const { freeList, words, stats } = this
    const entry = freeList.at(index)
    const chunk = loadSigned(words, entry)
    const size = loadSigned(words, entry + ENTRY_SIZE)
    const gap = this.gapFor(chunk, alignment)
    const block = chunk + gap
    const left = size - gap - need
    stats.removeFree(size)
    if (gap > 0) {
      words.store64(entry + ENTRY_SIZE, gap)
      stats.addFree(gap)
      this.tellSplit(chunk, size, size - gap, chunk, gap)
      if (left > 0) this.link(block + need, left)
    } else if (left > 0) {
      words.store64(entry, block + need)
      words.store64(entry + ENTRY_SIZE, left)
      stats.addFree(left)
      this.tellSplit(chunk, size, need, block + need, left)
    } else {
      freeList.remove(index)
      if (this.context.observer !== null) this.emit({ kind: 'unlink', chunk, size, list: LIST })
    }
    this.record(block, need)
    return block
  }

  /** Looks at the list in its order; answers the index of the chosen entry, -1 when none fits. */
  private search(need: Bytes, alignment: Bytes): number {
    const { placement, stats, words } = this
    const base = this.freeList.base
    const count = this.freeList.count
    const before = stats.probes
    let chosen = -1
    let best = placement.start(this.options.size)
    for (let i = 0; i < count; i++) {
      const chunk = loadSigned(words, base + i * ENTRY)
      const size = loadSigned(words, base + i * ENTRY + ENTRY_SIZE)
      stats.probe()
      const enough = size >= need + this.gapFor(chunk, alignment)
      const taken = enough && placement.beats(size, best)
      if (this.context.observer !== null) this.tellVisit(chunk, size, need, enough, taken)
      if (!taken) continue
      chosen = i
      best = size
      if (placement.stops) break
    }
    if (this.context.observer !== null) this.tellEnd(chosen, need, stats.probes - before)
    return chosen
  }

  /** Enters a block in the table of blocks. */
  private record(block: Address, size: Bytes): void {
    const index = this.blocks.lowerBound(block)
    if (this.holds(index, block)) throw new ProcessAbort('AssertionError')
    this.blocks.insert(index, block, size)
    this.stats.addUsed(size)
    if (this.context.observer !== null) this.emit({ kind: 'mark', chunk: block, size, used: true })
  }

  /** Puts a free range on the list, where the order wants it. */
  private link(chunk: Address, size: Bytes): void {
    this.freeList.insert(this.freeList.count, chunk, size)
    const position = this.order.settle(this.freeList, this.words)
    this.stats.addFree(size)
    if (this.context.observer !== null) this.emit({ kind: 'link', chunk, size, list: LIST, position })
  }

  private coalesce(freed: Address, size: Bytes): void {
    const observed = this.context.observer !== null
    if (!this.options.coalesce) {
      if (observed) this.emit({ kind: 'alone', chunk: freed, size, why: 'never' })
      return
    }
    const tell = (chunk: Address, merged: Bytes, parts: number) => {
      const holdsFreed = freed >= chunk && freed < chunk + merged
      const before = holdsFreed && chunk < freed
      const after = holdsFreed && freed + size < chunk + merged
      this.emit({ kind: 'coalesce', chunk, size: merged, freed, before, after, parts })
    }
    const merged = coalesceList(this.freeList, this.words, this.stats, observed ? tell : null)
    if (!merged && observed) this.emit({ kind: 'alone', chunk: freed, size, why: 'no free neighbour' })
  }

  /**
   * Room for whatever one more block leads to: an entry of its own, at most one more free range, and a
   * place on the list for every block, so that free never needs memory.
   */
  private roomForOne(): boolean {
    const blocks = this.blocks.count + 1
    return (
      this.makeRoom(this.blocks, blocks) && this.makeRoom(this.freeList, this.freeList.count + blocks + 1)
    )
  }

  private makeRoom(table: Table, entries: number): boolean {
    const move = table.reserve(entries)
    if (move === 'fits') return true
    const observed = this.context.observer !== null
    if (move === 'refused') {
      if (observed) this.emit({ kind: 'map', address: 0, length: entries * ENTRY })
      return false
    }
    if (observed) {
      this.emit({ kind: 'map', address: move.to, length: move.length })
      if (move.oldLength > 0) this.emit({ kind: 'unmap', address: move.from, length: move.oldLength })
    }
    return true
  }

  private holds(index: number, block: Address): boolean {
    return index < this.blocks.count && loadSigned(this.words, this.blocks.at(index)) === block
  }

  private sizeOf(index: number): Bytes {
    return loadSigned(this.words, this.blocks.at(index) + ENTRY_SIZE)
  }

  private tellRequest(size: Bytes, need: Bytes): void {
    const { alignment, headerSize } = this.options
    const padding = need - headerSize - size
    this.emit({
      kind: 'request',
      requested: size,
      overhead: headerSize,
      padding,
      need,
      unit: Math.max(1, alignment),
    })
  }

  private tellVisit(chunk: Address, size: Bytes, need: Bytes, enough: boolean, taken: boolean): void {
    const { by, stops } = this.placement
    const fits: Verdict = taken ? (stops ? 'fits' : 'best so far') : 'not better'
    const verdict = enough ? fits : 'too small'
    this.emit({ kind: 'visit', by, chunk, size, used: false, need, verdict })
  }

  private tellEnd(chosen: number, need: Bytes, visits: number): void {
    const { by } = this.placement
    if (chosen === -1) {
      this.emit({ kind: 'fail', by, need, visits })
      return
    }
    const entry = this.freeList.at(chosen)
    const chunk = loadSigned(this.words, entry)
    const size = loadSigned(this.words, entry + ENTRY_SIZE)
    this.emit({ kind: 'choose', by, chunk, size, need, visits })
  }

  private tellSplit(chunk: Address, size: Bytes, need: Bytes, remainder: Address, left: Bytes): void {
    if (this.context.observer === null) return
    this.emit({ kind: 'split', chunk, size, need, remainder, remainderSize: left })
  }
}

export const createOstep: AllocatorFactory = (context, values) =>
  new OstepAllocator(context, ostepOptions(values))
