import { ENOMEM } from '../../kernel/index.ts'
import { type Address, alignUp, type Bytes, hex, PAGE_SIZE } from '../../units.ts'
import {
  type AllocatorContext,
  type AllocatorFactory,
  type ChunkVisitor,
  type Field,
  type HeapProblem,
  type ListVisitor,
  MAX_REQUEST,
  type WalkProblem,
} from '../allocator.ts'
import { PlainAnatomy } from '../anatomy.ts'
import { BaseAllocator } from '../base.ts'
import { checkBuddy } from './check.ts'
import { MAX_ORDER, MIN_ORDER, ORDER_MASK, orderFor } from './layout.ts'
import { Lists } from './lists.ts'
import { HeaderMarks, type Marks, TableMarks } from './marks.ts'
import { Pools } from './pools.ts'
import { blockFields, walkBlocks, walkLists } from './walk.ts'

/** The binary buddy system (Knowlton 1965; Knuth, The Art of Computer Programming 1, 2.5). */
class BuddyAllocator extends BaseAllocator {
  readonly listNames: readonly string[]
  readonly anatomy: PlainAnatomy
  private readonly lists: Lists
  private readonly pools: Pools

  constructor(
    context: AllocatorContext,
    private readonly state: Marks,
    readonly alignment: Bytes,
    private readonly firstPool: Bytes,
    private readonly doubles: boolean,
  ) {
    super(context)
    this.anatomy = new PlainAnatomy(state.header, (requested) => 2 ** orderFor(requested + state.header))
    this.lists = new Lists(context, state.header)
    this.listNames = this.lists.names
    this.pools = new Pools(context)
  }

  /** Takes the first pool from the kernel. */
  init(): boolean {
    return this.addPool(this.firstPool)
  }

  malloc(size: Bytes): Address {
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    const order = orderFor(size + this.state.header)
    this.tellRequest(size, order)
    const block = this.take(order)
    if (block === 0) return 0
    const payload = block + this.state.header
    this.use(block, order, payload)
    return payload
  }

  free(payload: Address): void {
    if (payload === 0) return
    const block = this.enter(payload)
    if (block === 0) return
    const order = this.orderAt(block)
    this.state.clearUsed(this.pools.base, this.pools.size, block, payload)
    this.stats.removeUsed(2 ** order)
    this.release(block, order)
  }

  usableSize(payload: Address): Bytes {
    if (payload === 0 || !this.pools.enter(payload)) return 0
    const block = this.state.blockOf(this.pools.base, this.pools.size, payload)
    return block === 0 ? 0 : block + 2 ** this.orderAt(block) - payload
  }

  walk(visit: ChunkVisitor): WalkProblem | null {
    return walkBlocks(this.process, this.state, visit)
  }

  walkLists(visit: ListVisitor): WalkProblem | null {
    return walkLists(this.process, this.state, visit)
  }

  fields(chunk: Address): readonly Field[] {
    return blockFields(this.process, this.state, chunk)
  }

  check(report: (problem: HeapProblem) => void): void {
    checkBuddy(this.process, this.state, report)
  }

  protected override resize(payload: Address, size: Bytes): Address {
    const block = this.enter(payload)
    if (block === 0) return 0
    const order = this.orderAt(block)
    const wanted = orderFor(payload - block + size)
    this.tellRequest(size, wanted)
    if (wanted <= order) {
      this.tellInPlace(block, order, wanted)
      this.halve(block, order, wanted, payload)
      return payload
    }
    if (this.canDouble(block, order, wanted)) {
      this.tellInPlace(block, order, wanted)
      this.double(block, order, wanted, payload)
      return payload
    }
    return this.moveBlock(payload, block + 2 ** order - payload, size)
  }

  protected allocateAligned(alignment: Bytes, size: Bytes): Address {
    const { header } = this.state
    const order = orderFor(this.roomFor(alignment, size))
    this.tellRequest(size, order)
    const block = this.take(order)
    if (block === 0) return 0
    const payload = alignUp(block + header, alignment)
    this.use(block, order, payload)
    // Even a block of no bytes ends behind its payload, not at it.
    this.halve(block, order, orderFor(payload - block + Math.max(size, 1)), payload)
    return payload
  }

  /** Bytes of a block in which a payload of `size` bytes at a multiple of `alignment` surely fits. */
  private roomFor(alignment: Bytes, size: Bytes): Bytes {
    const { header } = this.state
    if (alignment > PAGE_SIZE) return size + header + alignment
    // Pools begin on a page, so a block as large as the alignment begins at a multiple of it.
    return header === 0 ? Math.max(size, alignment) : size + alignment
  }

  /** Enters the pool and answers the block of a payload. 0, reported, when the bytes know of none. */
  private enter(payload: Address): Address {
    const block = this.pools.enter(payload)
      ? this.state.blockOf(this.pools.base, this.pools.size, payload)
      : 0
    if (block === 0 && this.context.observer !== null) {
      const why = 'it is not the payload of a block in use'
      this.emit({ kind: 'reject', payload, why })
    }
    return block
  }

  private orderAt(block: Address): number {
    return this.state.load(this.pools.base, this.pools.size, block) & ORDER_MASK
  }

  /** A block of that order, off its list and in no state: the smallest that is free, halved as often as needed. 0 when memory is refused. */
  private take(order: number): Address {
    let block = this.lists.find(order)
    if (block === 0) {
      if (!this.grow(order)) return this.fail(ENOMEM)
      block = this.lists.find(order)
    }
    this.pools.enter(block)
    const have = this.orderAt(block)
    this.lists.unlink(block, have)
    this.split(block, have, order)
    return block
  }

  /** Frees upper halves of a block, which is on no list, until it has the order. */
  private split(block: Address, have: number, order: number): void {
    for (let half = have - 1; half >= order; half--) {
      const upper = block + 2 ** half
      this.state.store(this.pools.base, this.pools.size, upper, half)
      if (this.context.observer !== null) this.tellSplit(block, upper, half, order)
      this.lists.link(upper, half)
    }
  }

  private use(block: Address, order: number, payload: Address): void {
    this.state.storeUsed(this.pools.base, this.pools.size, block, order, payload)
    this.stats.addUsed(2 ** order)
    if (this.context.observer !== null)
      this.emit({ kind: 'mark', chunk: block, size: 2 ** order, used: true })
  }

  /** Merges a block that has become free with its buddy as long as that is free and whole, and puts it on its list. */
  private release(block: Address, order: number): void {
    let merged = block
    for (; 2 ** order < this.pools.size; order++) {
      const buddy = this.pools.buddyOf(merged, order)
      const mark = this.state.load(this.pools.base, this.pools.size, buddy)
      if (mark !== order) {
        if (this.context.observer !== null) this.tellBuddy(merged, buddy, order, mark)
        break
      }
      this.lists.unlink(buddy, order)
      this.state.store(this.pools.base, this.pools.size, Math.max(merged, buddy), 0)
      const before = buddy < merged
      const freed = merged
      merged = Math.min(merged, buddy)
      if (this.context.observer !== null) this.tellMerge(merged, freed, order + 1, before)
    }
    this.state.store(this.pools.base, this.pools.size, merged, order)
    this.lists.link(merged, order)
  }

  /** A block in use gives its upper halves back until it has the order. */
  private halve(block: Address, order: number, wanted: number, payload: Address): void {
    if (wanted >= order) return
    this.split(block, order, wanted)
    this.restate(block, order, wanted, payload)
  }

  /** Whether a block in use could grow where it is: at each order it must be the lower half, and the upper one free. */
  private canDouble(block: Address, order: number, wanted: number): boolean {
    for (; order < wanted; order++) {
      if (2 ** order >= this.pools.size) return false
      const buddy = this.pools.buddyOf(block, order)
      if (buddy < block || this.state.load(this.pools.base, this.pools.size, buddy) !== order) return false
    }
    return true
  }

  private double(block: Address, order: number, wanted: number, payload: Address): void {
    for (let half = order; half < wanted; half++) {
      const buddy = block + 2 ** half
      this.lists.unlink(buddy, half)
      this.state.store(this.pools.base, this.pools.size, buddy, 0)
    }
    this.restate(block, order, wanted, payload)
  }

  /** A block in use has another order now. */
  private restate(block: Address, from: number, to: number, payload: Address): void {
    this.stats.removeUsed(2 ** from)
    this.use(block, to, payload)
  }

  /** Adds a pool that doubles what there is, or more if the block needs it. */
  private grow(order: number): boolean {
    if (!this.doubles || order > MAX_ORDER) return false
    return this.addPool(2 ** Math.max(order, orderFor(this.pools.total())))
  }

  private addPool(size: Bytes): boolean {
    if (this.pools.isFull()) return false
    const from = this.process.programBreak
    const base = alignUp(from, PAGE_SIZE)
    if (this.growBreak(base - from + size + this.state.tableBytes(size)) === -1) return false
    this.pools.add(base, size)
    this.state.store(base, size, base, orderFor(size))
    this.lists.link(base, orderFor(size))
    return true
  }

  private tellRequest(size: Bytes, order: number): void {
    if (this.context.observer === null) return
    const overhead = this.state.header
    const need = 2 ** order
    const padding = need - overhead - size
    this.emit({
      kind: 'request',
      requested: size,
      overhead,
      padding,
      need,
      unit: 1,
      overheadFor: 'the header',
    })
  }

  private tellSplit(block: Address, upper: Address, half: number, order: number): void {
    const size = 2 ** half
    this.emit({
      kind: 'split',
      chunk: block,
      size: size * 2,
      need: 2 ** order,
      remainder: upper,
      remainderSize: size,
    })
  }

  private tellBuddy(block: Address, buddy: Address, order: number, mark: number): void {
    const isWhole = (mark & ORDER_MASK) === order
    const text = `The buddy of ${hex(block)} is ${hex(buddy)}, which is ${isWhole ? 'in use' : 'split'}: no merge`
    this.emit({ kind: 'note', text, chunk: buddy, size: 2 ** order })
  }

  private tellMerge(chunk: Address, freed: Address, order: number, before: boolean): void {
    this.emit({ kind: 'coalesce', chunk, size: 2 ** order, freed, before, after: !before, parts: 2 })
  }

  private tellInPlace(chunk: Address, from: number, to: number): void {
    if (this.context.observer === null) return
    const how = to === from ? 'fits' : to < from ? 'shrink' : 'next'
    this.emit({ kind: 'inPlace', chunk, from: 2 ** from, to: 2 ** to, how })
  }
}

export const createBuddy: AllocatorFactory = (context, options) => {
  const header = Number(options['header'])
  const marks = header === 0 ? new TableMarks(context.words) : new HeaderMarks(context.words, header)
  const alignment = header === 0 ? 2 ** MIN_ORDER : header
  return new BuddyAllocator(
    context,
    marks,
    alignment,
    Number(options['pool']),
    options['growth'] === 'double',
  )
}
