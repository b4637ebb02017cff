import { EINVAL, ENOMEM } from '../../kernel/index.ts'
import { type Address, alignUp, type Bytes } from '../../units.ts'
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
import { Blocks } from './blocks.ts'
import { checkLinked } from './check.ts'
import { FREE_FLAG, headerSize, NEXT, PREV, SIZE } from './layout.ts'
import { blockFields, walkBlocks } from './walk.ts'

const BY = 'First fit'

/**
 * The malloc of the tutorials (after Marwan Burelle, "A Malloc Tutorial", 2009): first fit over a list of
 * all blocks, split, merge with both neighbours, the last free block goes back to the kernel. Where the
 * tutorial leaves a gap it is closed: blocks are merged only when they touch, a remainder is merged too,
 * and a block that is free already is refused like any other wrong pointer.
 */
class LinkedAllocator extends BaseAllocator {
  readonly listNames: readonly string[] = []
  readonly anatomy: PlainAnatomy
  private readonly header: Bytes
  private readonly blocks: Blocks
  /** Where the variable `base` lies. */
  private readonly base: Address

  constructor(
    context: AllocatorContext,
    readonly alignment: Bytes,
    private readonly giveBack: boolean,
  ) {
    super(context)
    this.header = headerSize(alignment)
    this.anatomy = new PlainAnatomy(this.header, (requested) => this.header + this.payloadFor(requested))
    this.blocks = new Blocks(this.process, this.header)
    this.base = this.process.staticStart
  }

  /** Nothing to do: no list is an empty list. */
  init(): boolean {
    return true
  }

  malloc(size: Bytes): Address {
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    const need = this.needFor(size)
    const block = this.take(need)
    return block === 0 ? 0 : block + this.header
  }

  free(payload: Address): void {
    if (payload === 0 || !this.isOurs(payload)) return
    const block = payload - this.header
    this.stats.removeUsed(this.header + this.words.load64(block + SIZE))
    this.release(block)
  }

  usableSize(payload: Address): Bytes {
    return payload === 0 ? 0 : this.words.load64(payload - this.header + SIZE)
  }

  walk(visit: ChunkVisitor): WalkProblem | null {
    return walkBlocks(this.process, this.header, visit)
  }

  /** The list of all blocks is the heap itself; there is no other. */
  walkLists(): null {
    return null
  }

  fields(chunk: Address): readonly Field[] {
    return blockFields(this.process, chunk)
  }

  check(report: (problem: HeapProblem) => void): void {
    checkLinked(
      this.process,
      { header: this.header, alignment: this.alignment, giveBack: this.giveBack },
      report,
    )
  }

  protected override resize(payload: Address, size: Bytes): Address {
    if (!this.isOurs(payload)) return this.fail(EINVAL)
    const block = payload - this.header
    const have = this.words.load64(block + SIZE)
    const need = this.needFor(size)
    if (have >= need) {
      this.tellInPlace(block, have, need, have === need ? 'fits' : 'shrink')
      this.cut(block, have, need)
      return payload
    }
    if (this.growInPlace(block, have, need)) return payload
    return this.moveBlock(payload, have, size)
  }

  protected allocateAligned(alignment: Bytes, size: Bytes): Address {
    const need = this.needFor(size)
    const smallest = this.header + this.alignment
    const taken = this.take(need + alignment + smallest)
    if (taken === 0) return 0
    let block = alignUp(taken + this.header, alignment) - this.header
    // What lies in front must be nothing or a whole block.
    while (block !== taken && block - taken < smallest) block += alignment
    if (block !== taken) this.cutFront(taken, block)
    this.cut(block, this.words.load64(block + SIZE), need)
    return block + this.header
  }

  private payloadFor(size: Bytes): Bytes {
    return alignUp(Math.max(size, 1), this.alignment)
  }

  /** Bytes of payload for a request, told as a step; a request for nothing gets the smallest block. */
  private needFor(size: Bytes): Bytes {
    const need = this.payloadFor(size)
    if (this.context.observer !== null) {
      this.emit({
        kind: 'request',
        requested: size,
        overhead: this.header,
        padding: need - size,
        need: need + this.header,
        unit: this.alignment,
        overheadFor: 'the header',
      })
    }
    return need
  }

  /** A block with at least `need` bytes, in use: the first free one that fits, or a new one. 0 when memory is refused. */
  private take(need: Bytes): Address {
    const found = this.search(need)
    if (found <= 0) return this.extend(-found, need)
    const size = this.words.load64(found + SIZE)
    this.use(found, size)
    this.cut(found, size, need)
    return found
  }

  /** The first free block of at least `need` bytes; if there is none, minus the last block of the list (0: it is empty). */
  private search(need: Bytes): Address {
    const { words, stats } = this
    const { observer } = this.context
    let last = 0
    let visits = 0
    for (let block = words.load64(this.base); block !== 0; block = words.load64(block + NEXT)) {
      stats.probe()
      visits++
      const used = words.load32(block + FREE_FLAG) === 0
      // The size of a block in use does not matter, but whoever watches is told of it.
      const size = used && observer === null ? 0 : words.load64(block + SIZE)
      if (observer !== null) this.tellVisit(block, size, used, need, visits)
      if (!used && size >= need) return block
      last = block
    }
    if (observer !== null) this.emit({ kind: 'fail', by: BY, need: need + this.header, visits })
    return -last
  }

  /** A free block comes into use. */
  private use(block: Address, size: Bytes): void {
    this.words.store32(block + FREE_FLAG, 0)
    this.stats.removeFree(this.header + size)
    this.stats.addUsed(this.header + size)
    if (this.context.observer !== null) {
      this.emit({ kind: 'mark', chunk: block, size: this.header + size, used: true })
    }
  }

  /** A new block in use, behind `last`, from the kernel. */
  private extend(last: Address, need: Bytes): Address {
    const from = this.process.programBreak
    const block = alignUp(from, this.alignment)
    if (this.growBreak(block + this.header + need - from) === -1) return 0
    this.blocks.write(block, need, last, 0)
    this.words.store32(block + FREE_FLAG, 0)
    this.words.store64(last === 0 ? this.base : last + NEXT, block)
    this.stats.addUsed(this.header + need)
    if (this.context.observer !== null) {
      this.emit({ kind: 'mark', chunk: block, size: this.header + need, used: true })
    }
    return block
  }

  /** Keeps `need` of the `have` bytes of a block in use; the rest becomes a free block if it can be one. */
  private cut(block: Address, have: Bytes, need: Bytes): void {
    if (have === need) return
    const smallest = this.header + this.alignment
    if (have - need < smallest) {
      if (this.context.observer !== null) this.tellWhole(block, have, need, smallest)
      return
    }
    const rest = block + this.header + need
    this.blocks.insert(block, have, need)
    this.stats.removeUsed(this.header + have)
    this.stats.addUsed(this.header + need)
    if (this.context.observer !== null) {
      this.emit({
        kind: 'split',
        chunk: block,
        size: this.header + have,
        need: this.header + need,
        remainder: rest,
        remainderSize: have - need,
      })
    }
    this.release(rest)
  }

  /** Frees what lies in front of `block`, which becomes the header of an aligned payload. */
  private cutFront(taken: Address, block: Address): void {
    const have = this.words.load64(taken + SIZE)
    const lead = block - taken
    this.blocks.insert(taken, have, lead - this.header)
    this.words.store32(block + FREE_FLAG, 0)
    this.stats.removeUsed(this.header + have)
    this.stats.addUsed(this.header + have - lead)
    if (this.context.observer !== null) {
      const text = `The ${lead} bytes in front of the aligned payload become a block that is freed`
      this.emit({ kind: 'note', text, chunk: taken, size: lead })
    }
    this.release(taken)
  }

  /** A block (not counted as in use any more) becomes free and is merged; at the end of the heap it goes back to the kernel. */
  private release(block: Address): void {
    const { words, stats } = this
    words.store32(block + FREE_FLAG, 1)
    const prev = words.load64(block + PREV)
    const after = this.blocks.reachesFree(block, words.load64(block + NEXT))
    const before = prev !== 0 && words.load32(prev + FREE_FLAG) !== 0 && this.blocks.reachesFree(prev, block)
    if (after) this.absorb(block)
    const merged = before ? prev : block
    if (before) {
      stats.removeFree(this.header + words.load64(prev + SIZE))
      this.blocks.join(prev)
    }
    const size = this.header + words.load64(merged + SIZE)
    stats.addFree(size)
    if (this.context.observer !== null) this.emitMerge(merged, size, block, before, after)
    if (this.giveBack && words.load64(merged + NEXT) === 0 && merged + size === this.process.programBreak) {
      this.shrink(merged, size)
    }
  }

  /** `block` takes in the free block behind it. */
  private absorb(block: Address): void {
    const next = this.words.load64(block + NEXT)
    this.stats.removeFree(this.header + this.words.load64(next + SIZE))
    this.blocks.join(block)
  }

  /** The last block, free, goes back to the kernel. */
  private shrink(block: Address, size: Bytes): void {
    const { words } = this
    const from = this.process.programBreak
    const prev = words.load64(block + PREV)
    if (this.process.brk(block) !== block) return
    words.store64(prev === 0 ? this.base : prev + NEXT, 0)
    this.stats.removeFree(size)
    if (this.context.observer !== null) this.emit({ kind: 'shrink', from, to: block })
  }

  /** Grows over the free block behind, and at the end of the heap by what is still missing. */
  private growInPlace(block: Address, have: Bytes, need: Bytes): boolean {
    const { words, stats } = this
    const next = words.load64(block + NEXT)
    const after = this.blocks.reachesFree(block, next)
    const room = after ? have + this.header + words.load64(next + SIZE) : have
    if (room < need && !this.growLast(block, after ? next : block, room, need)) return false
    if (after) this.absorb(block)
    const now = Math.max(room, need)
    words.store64(block + SIZE, now)
    stats.removeUsed(this.header + have)
    stats.addUsed(this.header + now)
    this.tellInPlace(block, have, need, room < need ? 'top' : 'next')
    this.cut(block, now, need)
    return true
  }

  /** Moves the break by what is missing, if `last` is the last block and ends there. */
  private growLast(block: Address, last: Address, room: Bytes, need: Bytes): boolean {
    const end = block + this.header + room
    if (this.words.load64(last + NEXT) !== 0 || end !== this.process.programBreak) return false
    return this.growBreak(need - room) !== -1
  }

  /** The tutorial's test of a pointer: inside the heap, and its header points back to it. Reports why not. */
  private isOurs(payload: Address): boolean {
    const why = this.blocks.refusal(payload)
    if (why !== null && this.context.observer !== null) this.emit({ kind: 'reject', payload, why })
    return why === null
  }

  private tellVisit(block: Address, size: Bytes, used: boolean, need: Bytes, visits: number): void {
    const chunk = { chunk: block, size: this.header + size, need: this.header + need }
    const verdict = used ? 'in use' : size < need ? 'too small' : 'fits'
    this.emit({ kind: 'visit', by: BY, ...chunk, used, verdict })
    if (verdict === 'fits') this.emit({ kind: 'choose', by: BY, ...chunk, visits })
  }

  private tellWhole(block: Address, have: Bytes, need: Bytes, smallest: Bytes): void {
    const size = this.header + have
    this.emit({ kind: 'whole', chunk: block, size, need: this.header + need, left: have - need, smallest })
  }

  private tellInPlace(
    block: Address,
    have: Bytes,
    need: Bytes,
    how: 'fits' | 'shrink' | 'next' | 'top',
  ): void {
    if (this.context.observer === null) return
    this.emit({ kind: 'inPlace', chunk: block, from: this.header + have, to: this.header + need, how })
  }
}

export const createLinked: AllocatorFactory = (context, options) =>
  new LinkedAllocator(context, Number(options['alignment']), options['giveBack'] === true)
