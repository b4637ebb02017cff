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
  type Mark,
  type WalkProblem,
} from '../allocator.ts'
import { PlainAnatomy } from '../anatomy.ts'
import { BaseAllocator } from '../base.ts'
import { checkKr } from './check.ts'
import { AREA, AREA_END, BASE, FIRST_AREA, FREEP, SIZE, UNIT } from './layout.ts'
import { BY, LIST, tellLink, tellPlace, tellRequest, tellTail, tellVisit } from './tell.ts'
import { blockFields, walkBlocks, walkFreeList } from './walk.ts'

/**
 * malloc and free of "The C Programming Language" (2nd ed., 8.7), line by line. The book has no realloc
 * and no memalign: these are written in its manner, with the same two lists of facts (headers, free list).
 */
class KrAllocator extends BaseAllocator {
  readonly alignment = UNIT
  readonly listNames = ['free list']
  readonly anatomy = new PlainAnatomy(UNIT, (requested) => unitsFor(requested) * UNIT)
  private readonly base: Address
  /** Where the variable freep lies. */
  private readonly freep: Address

  constructor(
    context: AllocatorContext,
    /** Least number of units to ask the kernel for. */
    private readonly nalloc: number,
  ) {
    super(context)
    this.base = this.process.staticStart + BASE
    this.freep = this.process.staticStart + FREEP
  }

  /** Nothing: the first malloc makes the list, as in the book. */
  init(): boolean {
    return true
  }

  malloc(size: Bytes): Address {
    if (!(size <= MAX_REQUEST)) return this.fail(ENOMEM)
    const units = unitsFor(size)
    if (this.context.observer !== null) tellRequest(this.context.observer, size, units)
    return payloadOf(this.take(units))
  }

  free(payload: Address): void {
    if (payload === 0) return
    const block = payload - UNIT
    this.stats.removeUsed(this.words.load64(block + SIZE) * UNIT)
    this.release(block)
  }

  usableSize(payload: Address): Bytes {
    return payload === 0 ? 0 : (this.words.load64(payload - UNIT + SIZE) - 1) * UNIT
  }

  walk(visit: ChunkVisitor): WalkProblem | null {
    return walkBlocks(this.process, visit)
  }

  walkLists(visit: ListVisitor): WalkProblem | null {
    return walkFreeList(this.process, visit)
  }

  override marks(): readonly Mark[] {
    const address = this.process.memory.peek64(this.freep)
    return address === 0 ? [] : [{ name: 'freep', address }]
  }

  fields(chunk: Address): readonly Field[] {
    return blockFields(this.process, chunk)
  }

  check(report: (problem: HeapProblem) => void): void {
    checkKr(this.process, report)
  }

  protected override resize(payload: Address, size: Bytes): Address {
    const block = payload - UNIT
    const have = this.words.load64(block + SIZE)
    const units = unitsFor(size)
    if (this.context.observer !== null) tellRequest(this.context.observer, size, units)
    if (have >= units) {
      const how = have === units ? 'fits' : 'shrink'
      if (this.context.observer !== null) {
        this.emit({ kind: 'inPlace', chunk: block, from: have * UNIT, to: units * UNIT, how })
      }
      this.giveBackTail(block, have, units)
      return payload
    }
    if (this.growInPlace(block, have, units)) return payload
    return this.moveBlock(payload, (have - 1) * UNIT, size)
  }

  protected allocateAligned(alignment: Bytes, size: Bytes): Address {
    const units = unitsFor(size)
    if (this.context.observer !== null) tellRequest(this.context.observer, size, units)
    const taken = this.take(units + alignment / UNIT)
    if (taken === 0) return 0
    const have = this.words.load64(taken + SIZE)
    const block = alignUp(taken + UNIT, alignment) - UNIT
    const lead = (block - taken) / UNIT
    this.giveBackTail(taken, have, lead + units)
    if (lead > 0) {
      this.words.store64(block + SIZE, units)
      this.words.store64(taken + SIZE, lead)
      this.stats.removeUsed((lead + units) * UNIT)
      this.stats.addUsed(units * UNIT)
      this.release(taken)
    }
    return block + UNIT
  }

  /** Takes a block of `units` from the list, which grows when it has none. 0 when memory is refused. */
  private take(units: number): Address {
    const { words, stats } = this
    let start = words.load64(this.freep)
    if (start === 0) start = this.beginList()
    let previous = start
    let block = words.load64(start)
    for (let visits = 1; ; visits++) {
      stats.probe()
      const have = words.load64(block + SIZE)
      if (this.context.observer !== null) tellVisit(this.context.observer, block, have, units, visits)
      if (have >= units) return this.give(previous, block, have, units)
      if (block === start) {
        if (this.context.observer !== null) {
          this.emit({ kind: 'fail', by: BY, need: units * UNIT, visits, why: 'it is back where it began' })
        }
        if (!this.morecore(units)) return 0
        start = words.load64(this.freep)
        block = start
        visits = 0
      }
      previous = block
      block = words.load64(block)
    }
  }

  /** The degenerate list: base alone, pointing to itself. */
  private beginList(): Address {
    this.words.store64(this.base, this.base)
    this.words.store64(this.freep, this.base)
    this.words.store64(this.base + SIZE, 0)
    return this.base
  }

  /** Gives `block`, or its tail, to the caller; the next search begins at `previous`. */
  private give(previous: Address, block: Address, have: number, units: number): Address {
    const { words, stats } = this
    stats.removeFree(have * UNIT)
    let given = block
    if (have === units) {
      words.store64(previous, words.load64(block))
      if (this.context.observer !== null) {
        this.emit({ kind: 'unlink', chunk: block, size: have * UNIT, list: LIST })
      }
    } else {
      words.store64(block + SIZE, have - units)
      given = block + (have - units) * UNIT
      words.store64(given + SIZE, units)
      stats.addFree((have - units) * UNIT)
      if (this.context.observer !== null) tellTail(this.context.observer, block, have, given, units)
    }
    words.store64(this.freep, previous)
    stats.addUsed(units * UNIT)
    return given
  }

  /** Asks the kernel for at least `nalloc` units and puts them on the list. */
  private morecore(units: number): boolean {
    const { words } = this
    const statics = this.process.staticStart
    const end = words.load64(statics + AREA_END)
    const from = this.process.programBreak
    const contiguous = from === end
    const isFirst = end === 0
    const wanted = Math.max(units, this.nalloc) * UNIT
    // Units must be aligned, which the program's own sbrk may have spoilt.
    const start = alignUp(from, UNIT)
    const block = contiguous || isFirst ? start : start + UNIT
    if (this.growBreak(block + wanted - from) === -1) return false
    if (!contiguous) this.beginArea(start, isFirst)
    words.store64(statics + AREA_END, block + wanted)
    words.store64(block + SIZE, wanted / UNIT)
    this.release(block)
    return true
  }

  private beginArea(start: Address, isFirst: boolean): void {
    const { words } = this
    const statics = this.process.staticStart
    if (isFirst) {
      words.store64(statics + FIRST_AREA, start)
    } else {
      words.store64(start, words.load64(statics + AREA))
      words.store64(start + SIZE, words.load64(statics + AREA_END))
    }
    words.store64(statics + AREA, start)
  }

  /** The book's free: finds the place by address, joins the neighbours that touch, leaves freep in front. */
  private release(block: Address): void {
    const { words, stats } = this
    let p = words.load64(this.freep)
    let next = words.load64(p)
    let passed = 1
    while (!(block > p && block < next)) {
      if (p >= next && (block > p || block < next)) break
      stats.probe()
      p = next
      next = words.load64(p)
      passed++
    }
    const size = words.load64(block + SIZE)
    if (this.context.observer !== null) tellPlace(this.context.observer, block, size, passed)
    const after = block + size * UNIT === next
    const nextSize = after ? words.load64(next + SIZE) : 0
    words.store64(block, after ? words.load64(next) : next)
    if (after) {
      stats.removeFree(nextSize * UNIT)
      words.store64(block + SIZE, size + nextSize)
    }
    const previousSize = words.load64(p + SIZE)
    const before = p + previousSize * UNIT === block
    const joined = size + nextSize + (before ? previousSize : 0)
    if (before) {
      stats.removeFree(previousSize * UNIT)
      words.store64(p + SIZE, joined)
      words.store64(p, words.load64(block))
    } else {
      words.store64(p, block)
    }
    words.store64(this.freep, p)
    stats.addFree(joined * UNIT)
    if (this.context.observer !== null) {
      this.emitMerge(before ? p : block, joined * UNIT, block, before, after)
      if (!before) tellLink(this.context.observer, block, joined)
    }
  }

  /** The first `units` of a block in use stay, the rest goes on the list. */
  private giveBackTail(block: Address, have: number, units: number): void {
    if (have === units) return
    const tail = block + units * UNIT
    this.words.store64(tail + SIZE, have - units)
    this.words.store64(block + SIZE, units)
    this.stats.removeUsed(have * UNIT)
    this.stats.addUsed(units * UNIT)
    this.release(tail)
  }

  /** Takes what is missing from the beginning of the free block behind, if there is one that is large enough. */
  private growInPlace(block: Address, have: number, units: number): boolean {
    const { words, stats } = this
    const next = block + have * UNIT
    const previous = this.findBefore(next)
    if (previous === 0) return false
    const nextSize = words.load64(next + SIZE)
    if (have + nextSize < units) return false
    const rest = block + units * UNIT
    const left = have + nextSize - units
    const after = words.load64(next)
    stats.removeFree(nextSize * UNIT)
    if (left > 0) {
      words.store64(rest, after)
      words.store64(rest + SIZE, left)
      words.store64(previous, rest)
      stats.addFree(left * UNIT)
    } else {
      words.store64(previous, after)
    }
    words.store64(this.freep, previous)
    words.store64(block + SIZE, units)
    stats.removeUsed(have * UNIT)
    stats.addUsed(units * UNIT)
    if (this.context.observer !== null) {
      this.emit({ kind: 'inPlace', chunk: block, from: have * UNIT, to: units * UNIT, how: 'next' })
    }
    return true
  }

  /** The list member in front of the free block at `target`; 0 when no free block begins there. */
  private findBefore(target: Address): Address {
    const start = this.words.load64(this.freep)
    let p = start
    do {
      this.stats.probe()
      const next = this.words.load64(p)
      if (next === target) return p
      p = next
    } while (p !== start)
    return 0
  }
}

/** Units of a block for a request: its bytes rounded up, and one for the header. */
function unitsFor(size: Bytes): number {
  return Math.ceil(size / UNIT) + 1
}

function payloadOf(block: Address): Address {
  return block === 0 ? 0 : block + UNIT
}

export const createKr: AllocatorFactory = (context, options) =>
  new KrAllocator(context, Number(options['nalloc']))
