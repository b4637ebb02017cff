import { FAST_READ } from '../../memory/index.ts'
import { type Address, type Bytes, TWO_32 } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import type { Chunks } from './chunks.ts'
import { isUsed, LIST_HEAD, LIST_TAIL, nextLink, previousLink } from './layout.ts'
import type { ListName } from './options.ts'
import { PageIndex } from './pageindex.ts'

/** In place of a successor: the list's own rule says where a chunk goes. */
export const ANYWHERE: Address = -1

/** The order in which a search looks at chunks, and the free chunks' membership in it. */
export interface Order {
  /** Finds what a walk in this order would find, sooner; null where there is no such help. */
  readonly index: PageIndex | null
  /** The first chunk; 0 when there is none. */
  first(): Address
  /** The chunk behind one of this size; 0 at the end. */
  after(chunk: Address, size: Bytes): Address
  /**
   * With nobody watching: goes on from a chunk to the first one that has `atLeast` bytes or more but less than
   * `below`, or to `until`, or to one that cannot be read quickly. Counts what it passes as visited.
   */
  pass(at: Address, until: Address, atLeast: Bytes, below: Bytes): Address
  /** Whether a search may take a chunk with this tag if it is large enough. */
  available(tag: number): boolean
  /** A free chunk leaves; answers its successor, or ANYWHERE. */
  remove(chunk: Address, size: Bytes): Address
  /** A free chunk enters; `before` is its successor where the order is by address, if known. */
  insert(chunk: Address, size: Bytes, before: Address): void
}

/** All chunks by address, used ones too: no list is kept. */
export class ImplicitOrder implements Order {
  readonly index: PageIndex
  private end: Address = 0

  constructor(
    private readonly chunks: Chunks,
    context: AllocatorContext,
  ) {
    this.index = new PageIndex(chunks, context.stats)
    chunks.listener = this.index
  }

  first(): Address {
    const start = this.chunks.start
    this.end = this.chunks.end
    return start < this.end ? start : 0
  }

  after(chunk: Address, size: Bytes): Address {
    // A tag of size 0 is the epilogue; without sentinels such a walk stays where it is for ever.
    if (size === 0 && this.chunks.layout.sentinels) return 0
    const next = chunk + size
    return next < this.end ? next : 0
  }

  // The index is what saves time here.
  pass(at: Address): Address {
    return at
  }

  available(tag: number): boolean {
    return !isUsed(tag)
  }

  remove(): Address {
    return ANYWHERE
  }

  insert(): void {}
}

type Position = (list: LinkedOrder, chunk: Address, size: Bytes, before: Address) => Address

/** For each explicit list the chunk before which a new one goes; 0 for the list's end. */
const POSITIONS: Readonly<Record<Exclude<ListName, 'implicit'>, Position>> = {
  lifo: (list) => list.first(),
  fifo: () => 0,
  address: (list, chunk, _size, before) => (before === ANYWHERE ? list.firstBehind(chunk) : before),
  size: (list, _chunk, size) => list.firstNotBelow(size),
}

/** What steps call the lists. */
export const LIST_NAMES: Readonly<Record<ListName, string>> = {
  implicit: 'all chunks',
  lifo: 'free list, newest first',
  fifo: 'free list, oldest first',
  address: 'free list by address',
  size: 'free list by size',
}

/** Free chunks in a doubly linked list, ended by 0 both ways; head and tail are static variables. */
export class LinkedOrder implements Order {
  readonly index = null
  private readonly position: Position
  private readonly name: string
  private readonly head: Address
  private readonly tail: Address

  /** `left` hears of a chunk before it is taken out, and of its successor. */
  constructor(
    private readonly chunks: Chunks,
    private readonly context: AllocatorContext,
    list: Exclude<ListName, 'implicit'>,
    private readonly left: (chunk: Address, successor: Address) => void,
  ) {
    this.position = POSITIONS[list]
    this.name = LIST_NAMES[list]
    this.head = chunks.statics + LIST_HEAD
    this.tail = chunks.statics + LIST_TAIL
  }

  first(): Address {
    return this.chunks.words.load64(this.head)
  }

  after(chunk: Address): Address {
    return this.chunks.words.load64(nextLink(this.chunks.layout, chunk))
  }

  pass(at: Address, until: Address, atLeast: Bytes, below: Bytes): Address {
    return this.passQuickly(at, until, 0, atLeast, below)
  }

  // Who is on the list is taken to be free: after a double free that is wrong, as in real lists.
  available(): boolean {
    return true
  }

  remove(chunk: Address, size: Bytes): Address {
    const { words, layout } = this.chunks
    const next = words.load64(nextLink(layout, chunk))
    const previous = words.load64(previousLink(layout, chunk))
    this.left(chunk, next)
    words.store64(previous === 0 ? this.head : nextLink(layout, previous), next)
    words.store64(next === 0 ? this.tail : previousLink(layout, next), previous)
    if (this.context.observer !== null) {
      this.context.observer({ kind: 'unlink', chunk, size, list: this.name })
    }
    return next
  }

  insert(chunk: Address, size: Bytes, before: Address): void {
    const { words, layout } = this.chunks
    const next = this.position(this, chunk, size, before)
    const previous = words.load64(next === 0 ? this.tail : previousLink(layout, next))
    words.store64(nextLink(layout, chunk), next)
    words.store64(previousLink(layout, chunk), previous)
    words.store64(previous === 0 ? this.head : nextLink(layout, previous), chunk)
    words.store64(next === 0 ? this.tail : previousLink(layout, next), chunk)
    if (this.context.observer !== null) {
      const position = previous === 0 ? 0 : -1
      this.context.observer({ kind: 'link', chunk, size, list: this.name, position })
    }
  }

  /** The first listed chunk at a higher address; 0 when there is none. */
  firstBehind(chunk: Address): Address {
    let at = this.passQuickly(this.first(), 0, chunk, 0, Number.POSITIVE_INFINITY)
    while (at !== 0 && at < chunk) {
      this.context.stats.probe()
      at = this.after(at)
    }
    return at
  }

  /** The first listed chunk that is not smaller; 0 when there is none. */
  firstNotBelow(size: Bytes): Address {
    let at = this.passQuickly(this.first(), 0, 0, size, Number.POSITIVE_INFINITY)
    while (at !== 0 && this.chunks.sizeAt(at) < size) {
      this.context.stats.probe()
      at = this.after(at)
    }
    return at
  }

  /** As `pass`, and chunks below the address `behind` are passed too. */
  private passQuickly(at: Address, until: Address, behind: Address, atLeast: Bytes, below: Bytes): Address {
    const { words, layout } = this.chunks
    const { stats } = this.context
    const { base, u32, flags, length } = words.memory.flatWindow()
    if (!(at >= base && at - base < length)) return at
    const wide = layout.tag === 8
    const baseLow = base >>> 0
    const baseHigh = Math.floor(base / TWO_32)
    const stop = until - base
    const from = behind - base
    // All in 32 bits: a larger chunk is left to the caller.
    const least = Math.min(atLeast, LARGE)
    const most = Math.min(below, LARGE)
    const allowed = stats.probeLimit - stats.probes
    let passed = 0
    let offset = (at - base) | 0
    for (; offset !== stop && passed < allowed; passed++) {
      const link = offset + layout.tag
      if ((flags[offset >>> 12]! & flags[link >>> 12]! & FAST_READ) === 0 || (link & 7) !== 0) break
      const size = u32[offset >>> 2]! & -8
      if (size < 0 || (wide && u32[(offset >>> 2) + 1] !== 0)) break
      if (size >= least && size < most && offset >= from) break
      const low = u32[link >>> 2]!
      const high = u32[(link >>> 2) + 1]!
      offset = (low - baseLow) | 0
      if (offset >= 0 && offset < length && high === baseHigh + Number(low < baseLow)) continue
      stats.probeMany(passed + 1)
      return low + high * TWO_32
    }
    stats.probeMany(passed)
    return base + offset
  }
}

/** Above all sizes that are compared in 32 bits. */
const LARGE: Bytes = 0x7fffffff
