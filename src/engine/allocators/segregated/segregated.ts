import { ENOMEM } from '../../kernel/index.ts'
import { type Address, alignUp, type Bytes } from '../../units.ts'
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
import { BaseAllocator } from '../base.ts'
import { SegregatedAnatomy } from './anatomy.ts'
import { Bins } from './bins.ts'
import { checkSegregated } from './check.ts'
import { CLASSES, type Classes } from './classes.ts'
import { chunkFor, END, FIRST, GAP_FLAG, isUsed, MIN_CHUNK, sizeOf, TAG, UNIT, USED_FLAG } from './layout.ts'
import { chunkFields, walkBins, walkChunks } from './walk.ts'

/** Segregated fits with boundary tags: bins by size class, newest first, neighbours merged at once. */
class SegregatedAllocator extends BaseAllocator {
  readonly alignment = UNIT
  readonly listNames: readonly string[]
  readonly anatomy: SegregatedAnatomy
  private readonly bins: Bins

  constructor(
    context: AllocatorContext,
    private readonly classes: Classes,
    /** The break moves by multiples of this; 0 means exactly what is missing. */
    private readonly growth: Bytes,
  ) {
    super(context)
    this.bins = new Bins(context, classes)
    this.anatomy = new SegregatedAnatomy(this.process)
    this.listNames = this.bins.names
  }

  /** Takes 16 bytes for the prologue and the epilogue. */
  init(): boolean {
    const from = this.process.programBreak
    const start = alignUp(from, UNIT)
    if (this.growBreak(start - from + 2 * TAG) === -1) return false
    this.words.store64(start, USED_FLAG)
    this.words.store64(start + TAG, USED_FLAG)
    this.words.store64(this.process.staticStart + FIRST, start + TAG)
    this.words.store64(this.process.staticStart + END, start + TAG)
    return true
  }

  malloc(size: Bytes): Address {
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    const need = this.needFor(size)
    const chunk = this.take(need)
    return chunk === 0 ? 0 : chunk + TAG
  }

  free(payload: Address): void {
    if (payload === 0) return
    const chunk = payload - TAG
    const size = this.sizeAt(chunk)
    this.stats.removeUsed(size)
    this.release(chunk, size)
  }

  usableSize(payload: Address): Bytes {
    return payload === 0 ? 0 : this.sizeAt(payload - TAG) - 2 * TAG
  }

  walk(visit: ChunkVisitor): WalkProblem | null {
    return walkChunks(this.process, visit)
  }

  walkLists(visit: ListVisitor): WalkProblem | null {
    return walkBins(this.process, this.classes, visit)
  }

  fields(chunk: Address): readonly Field[] {
    return chunkFields(this.process, chunk)
  }

  check(report: (problem: HeapProblem) => void): void {
    checkSegregated(this.process, this.classes, report)
  }

  protected override resize(payload: Address, size: Bytes): Address {
    const chunk = payload - TAG
    const have = this.sizeAt(chunk)
    const need = this.needFor(size)
    if (have >= need) {
      this.tellInPlace(chunk, have, need, have === need ? 'fits' : 'shrink')
      this.cut(chunk, have, need)
      return payload
    }
    if (this.growInPlace(chunk, have, need)) return payload
    return this.moveBlock(payload, have - 2 * TAG, size)
  }

  protected allocateAligned(alignment: Bytes, size: Bytes): Address {
    const need = this.needFor(size)
    const taken = this.take(need + alignment + MIN_CHUNK)
    if (taken === 0) return 0
    const have = this.sizeAt(taken)
    let payload = alignUp(taken + TAG, alignment)
    // What lies in front must be nothing or a whole chunk.
    while (payload !== taken + TAG && payload - TAG - taken < MIN_CHUNK) payload += alignment
    const chunk = payload - TAG
    const lead = chunk - taken
    if (lead > 0) {
      this.stats.removeUsed(have)
      this.stats.addUsed(have - lead)
      this.setTags(chunk, have - lead, USED_FLAG)
      this.release(taken, lead)
    }
    this.cut(chunk, have - lead, need)
    return payload
  }

  private sizeAt(chunk: Address): Bytes {
    return sizeOf(this.words.load64(chunk))
  }

  private setTags(chunk: Address, size: Bytes, flags: number): void {
    this.words.store64(chunk, size + flags)
    this.words.store64(chunk + size - TAG, size + flags)
  }

  private needFor(size: Bytes): Bytes {
    const need = chunkFor(size)
    if (this.context.observer !== null) {
      const padding = need - 2 * TAG - size
      this.emit({
        kind: 'request',
        requested: size,
        overhead: 2 * TAG,
        padding,
        need,
        unit: UNIT,
        overheadFor: 'two tags',
      })
    }
    return need
  }

  /** A chunk of at least `need` bytes, in use, its rest split off. 0 when memory is refused. */
  private take(need: Bytes): Address {
    let chunk = this.bins.find(need)
    if (chunk === 0) chunk = this.extend(need)
    if (chunk === 0) return 0
    const have = this.sizeAt(chunk)
    this.bins.unlink(chunk, have)
    this.setTags(chunk, have, USED_FLAG)
    this.stats.addUsed(have)
    if (this.context.observer !== null) this.emit({ kind: 'mark', chunk, size: have, used: true })
    this.cut(chunk, have, need)
    return chunk
  }

  /** Keeps `need` of the `have` bytes of a chunk in use; the rest becomes a free chunk if it can be one. */
  private cut(chunk: Address, have: Bytes, need: Bytes): void {
    const left = have - need
    if (left === 0) return
    if (left < MIN_CHUNK) {
      if (this.context.observer !== null) {
        this.emit({ kind: 'whole', chunk, size: have, need, left, smallest: MIN_CHUNK })
      }
      return
    }
    this.setTags(chunk, need, USED_FLAG)
    this.stats.removeUsed(have)
    this.stats.addUsed(need)
    if (this.context.observer !== null) {
      this.emit({ kind: 'split', chunk, size: have, need, remainder: chunk + need, remainderSize: left })
    }
    this.release(chunk + need, left)
  }

  /** A chunk (not counted as in use any more) becomes free, is merged with its free neighbours, and enters its bin. */
  private release(freed: Address, size: Bytes): void {
    const { words } = this
    const tagBefore = words.load64(freed - TAG)
    const tagAfter = words.load64(freed + size)
    const before = !isUsed(tagBefore)
    const after = !isUsed(tagAfter)
    let chunk = freed
    if (after) {
      this.bins.unlink(freed + size, sizeOf(tagAfter))
      size += sizeOf(tagAfter)
    }
    if (before) {
      chunk = freed - sizeOf(tagBefore)
      this.bins.unlink(chunk, sizeOf(tagBefore))
      size += sizeOf(tagBefore)
    }
    this.setTags(chunk, size, 0)
    if (this.context.observer !== null) this.emitMerge(chunk, size, freed, before, after)
    this.bins.link(chunk, size)
  }

  /** Moves the break so that a free chunk of `need` bytes ends there; answers it, in its bin. 0 when memory is refused. */
  private extend(need: Bytes): Address {
    const last = this.words.load64(this.words.load64(this.process.staticStart + END) - TAG)
    const isContiguous = this.isContiguous()
    const missing = isContiguous && !isUsed(last) ? need - sizeOf(last) : need
    if (!(isContiguous ? this.growArea(missing) : this.beginArea(missing))) return 0
    const end = this.words.load64(this.process.staticStart + END)
    return end - this.sizeOfLast(end)
  }

  private sizeOfLast(end: Address): Bytes {
    return sizeOf(this.words.load64(end - TAG))
  }

  /** Whether the break is where the allocator has left it. */
  private isContiguous(): boolean {
    return this.words.load64(this.process.staticStart + END) + TAG === this.process.programBreak
  }

  /** The epilogue moves up; what was it becomes the header of a free chunk. */
  private growArea(missing: Bytes): boolean {
    const end = this.words.load64(this.process.staticStart + END)
    const size = this.increment(missing)
    if (this.growBreak(size) === -1) return false
    this.setEpilogue(end + size)
    this.release(end, size)
    return true
  }

  /** The program has moved the break: what it took becomes a gap, and chunks go on behind it. */
  private beginArea(missing: Bytes): boolean {
    const end = this.words.load64(this.process.staticStart + END)
    const from = this.process.programBreak
    const first = alignUp(from, UNIT) + TAG
    const size = this.increment(missing)
    if (this.growBreak(first + size + TAG - from) === -1) return false
    this.setTags(end, first - end, USED_FLAG + GAP_FLAG)
    this.setEpilogue(first + size)
    this.release(first, size)
    return true
  }

  private increment(missing: Bytes): Bytes {
    return this.growth === 0 ? missing : alignUp(missing, this.growth)
  }

  private setEpilogue(end: Address): void {
    this.words.store64(end, USED_FLAG)
    this.words.store64(this.process.staticStart + END, end)
  }

  /** Grows over the free chunk behind, and at the end of the heap by what is still missing. */
  private growInPlace(chunk: Address, have: Bytes, need: Bytes): boolean {
    const { words, stats } = this
    const next = chunk + have
    const tag = words.load64(next)
    const nextSize = isUsed(tag) ? 0 : sizeOf(tag)
    const missing = need - have - nextSize
    const end = words.load64(this.process.staticStart + END)
    const grown = missing > 0 ? this.increment(missing) : 0
    if (grown > 0) {
      if (next + nextSize !== end || !this.isContiguous() || this.growBreak(grown) === -1) return false
      this.setEpilogue(end + grown)
    }
    const room = have + nextSize + grown
    if (nextSize > 0) this.bins.unlink(next, nextSize)
    this.setTags(chunk, room, USED_FLAG)
    stats.removeUsed(have)
    stats.addUsed(room)
    this.tellInPlace(chunk, have, need, grown > 0 ? 'top' : 'next')
    this.cut(chunk, room, need)
    return true
  }

  private tellInPlace(chunk: Address, from: Bytes, to: Bytes, how: 'fits' | 'shrink' | 'next' | 'top'): void {
    if (this.context.observer !== null) this.emit({ kind: 'inPlace', chunk, from, to, how })
  }
}

export const createSegregated: AllocatorFactory = (context, options) =>
  new SegregatedAllocator(context, CLASSES[String(options['classes'])]!, Number(options['growth']))
