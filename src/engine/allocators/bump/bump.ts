import { ENOMEM } from '../../kernel/index.ts'
import { type Address, alignUp, type Bytes, hex } from '../../units.ts'
import {
  type AllocatorContext,
  type AllocatorFactory,
  type ChunkVisitor,
  type Field,
  type HeapProblem,
  MAX_REQUEST,
  USED,
  type WalkProblem,
} from '../allocator.ts'
import { PlainAnatomy } from '../anatomy.ts'
import { BaseAllocator } from '../base.ts'

/*
 * Blocks lie side by side with nothing between them. Two static variables, which malloc itself never
 * reads, let a debugger (and realloc) know how far the run of blocks goes:
 *
 *   +0  start   the first block; 0 before there is one
 *   +8  end     behind the last one
 */
const START = 0
const END = 8

/** Blocks lie side by side, and nothing knows where one ends. */
class RunAnatomy extends PlainAnatomy {
  override readonly knowsBlocks = false
}

/** sbrk for every request. Nothing remembers where a block ends, so nothing can be given back. */
class BumpAllocator extends BaseAllocator {
  readonly listNames: readonly string[] = []
  readonly anatomy: RunAnatomy
  private readonly startAt: Address
  private readonly endAt: Address

  constructor(
    context: AllocatorContext,
    readonly alignment: Bytes,
  ) {
    super(context)
    this.anatomy = new RunAnatomy(0, (requested) => this.needFor(requested))
    this.startAt = this.process.staticStart + START
    this.endAt = this.process.staticStart + END
  }

  /** Nothing to do: there is no state yet. */
  init(): boolean {
    return true
  }

  malloc(size: Bytes): Address {
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    return this.allocateAligned(this.alignment, size)
  }

  /** Does nothing, on purpose. */
  free(payload: Address): void {
    if (payload === 0 || this.context.observer === null) return
    const text = 'free does nothing: nothing remembers how large this block is'
    this.emit({ kind: 'note', text, chunk: payload, size: 0 })
  }

  /** 0: the allocator knows of no byte that may be used, for it keeps no sizes. */
  usableSize(_payload: Address): Bytes {
    return 0
  }

  /** All blocks are one run: the bytes do not tell where one ends. */
  walk(visit: ChunkVisitor): WalkProblem | null {
    const { start, end } = this.peekRun()
    if (end === start) return null
    if (!this.isRun(start, end)) {
      return { address: this.startAt, reason: `a run from ${hex(start)} to ${hex(end)} is not in the heap` }
    }
    visit(start, end - start, USED, start, end - start)
    return null
  }

  walkLists(): null {
    return null
  }

  fields(_chunk: Address): readonly Field[] {
    const { start, end } = this.peekRun()
    return [
      { label: 'first block', address: this.startAt, size: 8, value: hex(start) },
      { label: 'end of the last block', address: this.endAt, size: 8, value: hex(end) },
    ]
  }

  check(report: (problem: HeapProblem) => void): void {
    const { start, end } = this.peekRun()
    if (start === end || this.isRun(start, end)) return
    const message = `The blocks run from ${hex(start)} to ${hex(end)}, which is not inside the heap.`
    report({ address: this.startAt, invariant: 'run', message })
  }

  /** Copies `size` bytes, or up to the end of the run: the block's own size is not known, so bytes of its neighbours may come along. */
  protected override resize(payload: Address, size: Bytes): Address {
    const end = this.words.load64(this.endAt)
    return this.moveBlock(payload, Math.max(0, end - payload), size)
  }

  protected allocateAligned(alignment: Bytes, size: Bytes): Address {
    const { words } = this
    const need = this.needFor(size)
    if (this.context.observer !== null) {
      const padding = need - size
      this.emit({ kind: 'request', requested: size, overhead: 0, padding, need, unit: this.alignment })
    }
    const from = this.process.programBreak
    const payload = alignUp(from, alignment)
    if (this.growBreak(payload + need - from) === -1) return 0
    const oldEnd = words.load64(this.endAt)
    if (oldEnd === 0) words.store64(this.startAt, from)
    words.store64(this.endAt, payload + need)
    this.count(oldEnd, payload + need)
    return payload
  }

  /** A request for nothing takes a byte, so that every pointer differs. */
  private needFor(size: Bytes): Bytes {
    return alignUp(Math.max(size, 1), this.alignment)
  }

  /** One run in use, as the walk tells it. */
  private count(oldEnd: Address, end: Address): void {
    const start = this.words.load64(this.startAt)
    if (oldEnd !== 0) this.stats.removeUsed(oldEnd - start)
    this.stats.addUsed(end - start)
  }

  private peekRun(): { start: Address; end: Address } {
    const { memory } = this.process
    return { start: memory.peek64(this.startAt), end: memory.peek64(this.endAt) }
  }

  private isRun(start: Address, end: Address): boolean {
    return start >= this.process.brkStart && start < end && end <= this.process.programBreak
  }
}

export const createBump: AllocatorFactory = (context, options) =>
  new BumpAllocator(context, Number(options['alignment']))
