import { ENOMEM } from '../../kernel/index.ts'
import { type Address, alignUp, type Bytes } from '../../units.ts'
import {
  type AllocatorContext,
  type ChunkVisitor,
  type Field,
  type HeapProblem,
  type ListVisitor,
  MAX_REQUEST,
  type Mark,
  type OptionValues,
  type WalkProblem,
} from '../allocator.ts'
import { BaseAllocator } from '../base.ts'
import { ClassroomAnatomy } from './anatomy.ts'
import { checkHeap } from './check.ts'
import { Chunks } from './chunks.ts'
import { Coalescer } from './coalesce.ts'
import { HeapEnds } from './ends.ts'
import { decodeFields } from './fields.ts'
import { ANYWHERE, ImplicitOrder, LIST_NAMES, LinkedOrder, type Order } from './freelist.ts'
import { isUsed, Layout, MAPPED_BIT, sizeOf } from './layout.ts'
import { MappedBlocks } from './mapped.ts'
import { type ClassroomOptions, readOptions } from './options.ts'
import { createPlacement, type Placement } from './placement.ts'
import { HeapView } from './view.ts'

/** The classroom allocator: boundary tags, and every textbook policy as an option. `layout.ts` has the picture. */
export class Classroom extends BaseAllocator {
  readonly alignment: Bytes
  readonly listNames: readonly string[]
  readonly anatomy: ClassroomAnatomy
  private readonly options: ClassroomOptions
  private readonly layout: Layout
  private readonly chunks: Chunks
  private readonly order: Order
  private readonly placement: Placement
  private readonly coalescer: Coalescer
  private readonly ends: HeapEnds
  private readonly mapped: MappedBlocks
  private readonly view: HeapView
  /** Whether a free chunk at the end of the heap becomes part of what growing adds. */
  private readonly joinsLast: boolean

  constructor(context: AllocatorContext, values: OptionValues) {
    super(context)
    const options = readOptions(values)
    this.options = options
    this.layout = new Layout(options)
    this.alignment = this.layout.alignment
    this.listNames = options.list === 'implicit' ? [] : [LIST_NAMES[options.list]]
    const chunks = new Chunks(this.layout, this.words, this.process.staticStart)
    this.chunks = chunks
    this.order =
      options.list === 'implicit'
        ? new ImplicitOrder(chunks, context)
        : new LinkedOrder(chunks, context, options.list, (chunk, next) => this.placement.left(chunk, next))
    this.placement = createPlacement({ chunks, order: this.order, context }, options)
    this.coalescer = new Coalescer(chunks, this.order, this.placement, context, options.coalescing)
    this.ends = new HeapEnds(chunks, context)
    this.mapped = new MappedBlocks(chunks, context)
    this.joinsLast =
      options.coalescing === 'immediate' ||
      (options.coalescing === 'deferred' && options.growth === 'missing')
    this.view = new HeapView(this.layout, options, this.process)
    this.anatomy = new ClassroomAnatomy(this.view)
  }

  init(): boolean {
    const { initial } = this.options
    if (initial === 0) return true
    const size = Math.max(this.layout.smallest, alignUp(initial, this.alignment))
    const chunk = this.grow(size)
    if (chunk === 0) return false
    this.order.insert(chunk, this.chunks.sizeAt(chunk), ANYWHERE)
    return true
  }

  malloc(size: Bytes): Address {
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    if (size === 0 && this.options.mallocZero === 'null') return 0
    if (this.options.mmapThreshold > 0 && size >= this.options.mmapThreshold) {
      const payload = this.mapped.allocate(size)
      if (payload !== 0) return payload
    }
    const chunk = this.allocate(this.needFor(size))
    return chunk === 0 ? this.fail(ENOMEM) : chunk + this.layout.tag
  }

  free(payload: Address): void {
    if (payload === 0) return
    const chunk = payload - this.layout.tag
    const tag = this.chunks.tagAt(chunk)
    if ((tag & MAPPED_BIT) !== 0) this.mapped.release(payload)
    else this.release(chunk, tag)
  }

  usableSize(payload: Address): Bytes {
    if (payload === 0) return 0
    const tag = this.chunks.tagAt(payload - this.layout.tag)
    return (tag & MAPPED_BIT) !== 0 ? this.mapped.usable(payload) : sizeOf(tag) - this.layout.overhead
  }

  walk(visit: ChunkVisitor): WalkProblem | null {
    return this.view.walk(visit)
  }

  walkLists(visit: ListVisitor): WalkProblem | null {
    return this.view.walkList(visit)
  }

  override marks(): readonly Mark[] {
    return this.view.marks()
  }

  fields(chunk: Address): readonly Field[] {
    return decodeFields(this.view, chunk)
  }

  check(report: (problem: HeapProblem) => void): void {
    checkHeap(this.view, report)
  }

  override invalidate(): void {
    this.order.index?.invalidate()
  }

  protected override resize(payload: Address, size: Bytes): Address {
    if (this.options.realloc === 'move') return super.resize(payload, size)
    const chunk = payload - this.layout.tag
    const tag = this.chunks.tagAt(chunk)
    if ((tag & MAPPED_BIT) !== 0) return this.resizeMapped(payload, size)
    const need = this.needFor(size)
    if (sizeOf(tag) >= need) return this.shrink(chunk, sizeOf(tag), need)
    if (need <= this.layout.largest && this.stretch(chunk, sizeOf(tag), need)) return payload
    return super.resize(payload, size)
  }

  protected allocateAligned(alignment: Bytes, size: Bytes): Address {
    const need = this.needFor(size)
    const { smallest, tag } = this.layout
    const chunk = this.allocate(need + alignment + smallest)
    if (chunk === 0) return this.fail(ENOMEM)
    const payload = chunk + tag
    if (payload % alignment === 0) return this.shrink(chunk, this.chunks.sizeAt(chunk), need)
    // What lies before the aligned payload becomes a chunk of its own, so it must be large enough for one.
    return this.cutFront(chunk, alignUp(payload + smallest, alignment) - tag, need)
  }

  /** The chunk size for a request, told as a step. */
  private needFor(requested: Bytes): Bytes {
    const { layout } = this
    const need = layout.need(requested)
    if (this.context.observer !== null) {
      const overhead = layout.overhead
      const padding = need - requested - overhead
      this.emit({ kind: 'request', requested, overhead, padding, need, unit: layout.alignment })
    }
    return need
  }

  /** A chunk in use of at least `need` bytes; 0 when there is no memory. */
  private allocate(need: Bytes): Address {
    if (need > this.layout.largest) return 0
    const chunk = this.findOrGrow(need)
    if (chunk === 0) return 0
    this.placement.gave(chunk, this.chunks.sizeAt(chunk))
    return chunk
  }

  private findOrGrow(need: Bytes): Address {
    const found = this.placement.find(need) || (this.coalescer.pass() && this.placement.find(need)) || 0
    if (found !== 0) {
      this.carve(found, need, this.order.remove(found, this.chunks.sizeAt(found)))
      return found
    }
    const grown = this.grow(need)
    if (grown !== 0) this.carve(grown, need, ANYWHERE)
    return grown
  }

  /** Uses `need` bytes of a chunk that is on no list; the rest, if large enough, becomes a free chunk before `successor`. */
  private carve(chunk: Address, need: Bytes, successor: Address): void {
    const tag = this.chunks.tagAt(chunk)
    const size = sizeOf(tag)
    const left = size - need
    const taken = left >= this.layout.splitFrom ? need : size
    this.removeFromStats(tag)
    this.chunks.mark(chunk, taken, true)
    this.stats.addUsed(taken)
    if (taken < size) {
      this.chunks.markNew(chunk + need, left, false)
      this.stats.addFree(left)
      if (this.context.observer !== null) this.reportSplit(chunk, size, need)
      this.order.insert(chunk + need, left, successor)
    } else if (left > 0 && this.context.observer !== null) {
      this.emit({ kind: 'whole', chunk, size, need, left, smallest: this.layout.splitFrom })
    }
    if (this.context.observer !== null) this.emit({ kind: 'mark', chunk, size: taken, used: true })
  }

  /** A free chunk at the end of the heap, on no list, of at least `need` bytes; 0 when the kernel refuses. */
  private grow(need: Bytes): Address {
    const { chunks } = this
    const most = this.growthFor(need)
    const last = this.joinsLast ? this.coalescer.lastFree(this.layout.largest - most) : 0
    const missing = this.options.growth === 'missing' && last !== 0 ? need - chunks.sizeAt(last) : need
    const amount = this.growthFor(missing)
    if (!this.ends.extend(amount)) return 0
    const chunk = chunks.end - amount
    if (last !== 0) return this.coalescer.stretchLast(last, amount)
    chunks.mark(chunk, amount, false)
    this.stats.addFree(amount)
    return chunk
  }

  /** By how much the break moves when this much is missing. */
  private growthFor(missing: Bytes): Bytes {
    return alignUp(Math.max(missing, this.options.increment), this.alignment)
  }

  /** realloc within a chunk that is large enough. */
  private shrink(chunk: Address, size: Bytes, need: Bytes): Address {
    const to = this.cutTail(chunk, size, need)
    if (this.context.observer !== null) {
      this.emit({ kind: 'inPlace', chunk, from: size, to, how: to < size ? 'shrink' : 'fits' })
    }
    return chunk + this.layout.tag
  }

  /** A chunk in use keeps `need` bytes; what is left is freed if it is large enough. The size then. */
  private cutTail(chunk: Address, size: Bytes, need: Bytes): Bytes {
    const left = size - need
    if (left < this.layout.splitFrom) return size
    this.chunks.mark(chunk, need, true)
    this.chunks.markNew(chunk + need, left, false)
    this.stats.removeUsed(size)
    this.stats.addUsed(need)
    this.stats.addFree(left)
    if (this.context.observer !== null) this.reportSplit(chunk, size, need)
    this.trimAfter(this.coalescer.release(chunk + need, left))
    return need
  }

  /** realloc into the free chunk behind, or past the end of the heap; false when neither has room. */
  private stretch(chunk: Address, size: Bytes, need: Bytes): boolean {
    const { chunks } = this
    const next = chunk + size
    const nextSize = chunks.nextIsFree(next) ? chunks.sizeAt(next) : 0
    const missing = need - size - nextSize
    const amount = missing > 0 ? this.growthFor(missing) : 0
    if (amount > 0 && next + nextSize !== chunks.end) return false
    const total = size + nextSize + amount
    if (total > this.layout.largest || (amount > 0 && !this.ends.extend(amount))) return false
    if (nextSize > 0) {
      this.order.remove(next, nextSize)
      this.stats.removeFree(nextSize)
    }
    this.stats.removeUsed(size)
    this.stats.addUsed(total)
    chunks.mark(chunk, total, true)
    this.placement.merged(chunk, total)
    const to = this.cutTail(chunk, total, need)
    if (this.context.observer !== null) {
      this.emit({ kind: 'inPlace', chunk, from: size, to, how: amount > 0 ? 'top' : 'next' })
    }
    return true
  }

  private resizeMapped(payload: Address, size: Bytes): Address {
    if (size < this.options.mmapThreshold) return super.resize(payload, size)
    return this.mapped.resize(payload, size) || super.resize(payload, size)
  }

  /** The chunk in use is cut at `aligned`: the front is freed, the rest keeps `need` bytes. */
  private cutFront(chunk: Address, aligned: Address, need: Bytes): Address {
    const size = this.chunks.sizeAt(chunk)
    const front = aligned - chunk
    this.stats.removeUsed(size)
    this.stats.addUsed(front)
    this.stats.addUsed(size - front)
    this.chunks.mark(chunk, front, true)
    this.chunks.markNew(aligned, size - front, true)
    if (this.context.observer !== null) this.reportSplit(chunk, size, front)
    this.cutTail(aligned, size - front, need)
    this.release(chunk, this.chunks.tagAt(chunk))
    return aligned + this.layout.tag
  }

  /** Frees the chunk that `tag` describes. */
  private release(chunk: Address, tag: number): void {
    const size = sizeOf(tag)
    this.removeFromStats(tag)
    this.chunks.mark(chunk, size, false)
    this.stats.addFree(size)
    if (this.context.observer !== null) this.emit({ kind: 'mark', chunk, size, used: false })
    this.trimAfter(this.coalescer.release(chunk, size))
  }

  /** Lowers the break to the chunk just freed, if it ends the heap and is large enough. */
  private trimAfter(chunk: Address): void {
    const { trimThreshold } = this.options
    if (trimThreshold === 0) return
    const size = this.chunks.sizeAt(chunk)
    if (size < trimThreshold || chunk + size !== this.chunks.end || !this.ends.ownsBreak) return
    this.order.remove(chunk, size)
    this.stats.removeFree(size)
    this.ends.shrinkTo(chunk)
    this.placement.merged(chunk, size + 1)
  }

  // By what the tag says, not by what the call expects: after a double free they differ.
  private removeFromStats(tag: number): void {
    if (isUsed(tag)) this.stats.removeUsed(sizeOf(tag))
    else this.stats.removeFree(sizeOf(tag))
  }

  private reportSplit(chunk: Address, size: Bytes, need: Bytes): void {
    this.emit({ kind: 'split', chunk, size, need, remainder: chunk + need, remainderSize: size - need })
  }
}
