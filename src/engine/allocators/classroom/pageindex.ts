import { FaultSignal } from '../../memory/index.ts'
import { type Address, alignDown, type Bytes, type Pages } from '../../units.ts'
import type { HeapStats } from '../stats.ts'
import type { Chunks } from './chunks.ts'
import { isUsed, sizeOf } from './layout.ts'
import { CLASSES, classEnd, classOf, EXACT_CLASSES, Summaries } from './summaries.ts'

/** Heaps below this are walked chunk by chunk: an index would cost more than it saves. */
const WORTHWHILE: Bytes = 1 << 16
/** As many dirty pages are sorted by insertion. */
const FEW: Pages = 64
/** Heaps above this are walked too, so that offsets fit 31 bits. */
const MOST: Bytes = 1 << 30

const PAGE_SHIFT = 12
const PAGE: Bytes = 1 << PAGE_SHIFT

/**
 * A side index over an implicit list: for each page of the heap where its first chunk begins, how many begin in
 * it, and which sizes are free. Searches skip pages without a fitting chunk and count what they skip, so that
 * addresses and probes are those of the plain walk.
 *
 * It is derived from the bytes. A page is summarised when a search first comes to it. Storing a tag makes its page
 * dirty, and before the next search dirty pages are summarised anew, in order; if the walk then leaves a page
 * elsewhere than before, the pages behind follow, until the new walk meets the old one.
 *
 * Offsets count from the page of the first chunk. All pages below `known` are summarised (or dirty); the walk
 * through them leads to the chunk at `frontier`, which begins in page `known`.
 */
export class PageIndex {
  private readonly pages = new Summaries()
  private start: Address = 0
  private base: Address = 0
  private end: Bytes = 0
  private frontier: Bytes = 0
  private known: Pages = 0
  private dirty = new Int32Array(64)
  private dirtyCount = 0
  private broken = false

  constructor(
    private readonly chunks: Chunks,
    private readonly stats: HeapStats,
  ) {}

  /** Forgets everything. */
  invalidate(): void {
    this.pages.clear(this.known)
    this.start = 0
    this.known = 0
    this.dirtyCount = 0
    this.broken = false
  }

  /** A tag was stored. */
  touch(address: Address): void {
    const offset = address - this.base
    if (!(offset >= 0 && offset < this.known * PAGE)) return
    const page = offset >>> PAGE_SHIFT
    if (this.pages.isDirty[page] !== 0) return
    this.pages.isDirty[page] = 1
    if (this.dirtyCount === this.dirty.length) this.dirty = doubled(this.dirty)
    this.dirty[this.dirtyCount++] = page
  }

  /** Brings the index up to date with the bytes; false when the plain walk must be used instead. */
  ready(): boolean {
    const { start, end } = this.chunks
    if (end - start < WORTHWHILE || end - start > MOST || this.broken) return false
    // A heap that has been trimmed is a new one to the index.
    if (start !== this.start || end - this.base < this.frontier) this.beginAt(start)
    this.end = end - this.base
    this.broken = !this.settle()
    this.pages.refresh()
    return !this.broken
  }

  /** First fit from chunk `from` to chunk `until` (0: the end): an available chunk of at least `need` bytes, or 0. */
  first(need: Bytes, from: Address, until: Address): Address {
    const { base, chunks, stats } = this
    const stop = until === 0 ? -1 : until - base
    // The pages that the search began in are known too, so that the frontier is always met on the way.
    while (this.frontier < from - base && this.extend());
    for (let at = from - base; ; ) {
      at = this.skip(at, stop, need)
      if (at >= this.end || at === stop) return 0
      const tag = chunks.tagAt(base + at)
      stats.probe()
      const size = sizeOf(tag)
      if (size >= need && !isUsed(tag)) return base + at
      if (size === 0 && chunks.layout.sentinels) return 0
      at += size
    }
  }

  /** Best fit: the smallest free chunk of at least `need` bytes, the first of equals; 0 when there is none. */
  best(need: Bytes): Address {
    this.countAll()
    const found = this.bestInPages(need)
    const size = found === 0 ? Number.POSITIVE_INFINITY : this.chunks.sizeAt(found)
    return this.extremeInRest(need, found, size, 1)
  }

  /** Worst fit: the largest free chunk if it has at least `need` bytes, the first of equals; 0 when it has not. */
  worst(need: Bytes): Address {
    this.countAll()
    const largest = this.pages.largestOf(this.known)
    const page = this.pages.findLargest(0, this.known, Math.max(largest, need))
    const found = page < this.known ? this.smallestIn(page, largest, Number.POSITIVE_INFINITY) : 0
    return this.extremeInRest(need, found, found === 0 ? 0 : largest, -1)
  }

  private beginAt(start: Address): void {
    this.invalidate()
    this.start = start
    this.base = alignDown(start, PAGE)
    this.frontier = start - this.base
  }

  // --- Deriving --------------------------------------------------------------------------------

  /** Summarises the dirty pages anew; false when the bytes make no sense. */
  private settle(): boolean {
    const { dirty, pages, dirtyCount } = this
    sort(dirty, dirtyCount)
    for (let i = 0; i < dirtyCount; i++) {
      const page = dirty[i]!
      // Pages in which no chunk begins, and those that an earlier one took along, need nothing.
      if (pages.isDirty[page] === 0) continue
      pages.isDirty[page] = 0
      if (pages.first[page] !== 0 && !this.follow(page, this.entry(page))) return false
    }
    this.dirtyCount = 0
    return true
  }

  /**
   * Summarises a page that the walk enters at `entry`, and those behind it that change with it, until the new walk
   * meets the old one.
   */
  private follow(page: Pages, entry: Bytes): boolean {
    const { pages, known } = this
    let old = pages.exit[page]!
    for (;;) {
      const exit = this.summarise(page, entry)
      if (exit < 0) return false
      page = exit >>> PAGE_SHIFT
      // Pages that the old walk entered and the new one passes over.
      for (let passed = old >>> PAGE_SHIFT; passed < page && passed < known; passed = old >>> PAGE_SHIFT) {
        old = pages.exit[passed]!
        pages.set(passed, 0, 0, 0, 0, 0, 0)
      }
      if (page >= known) {
        this.advanceTo(exit)
        return true
      }
      if (exit === old) return true
      if (old >>> PAGE_SHIFT === page) old = pages.exit[page]!
      entry = exit
    }
  }

  /** Summarises one more page, unless the heap ends in it or its bytes make no sense. */
  private extend(): boolean {
    if ((this.known + 1) << PAGE_SHIFT > this.end) return false
    const exit = this.summarise(this.known, this.frontier)
    if (exit < 0) return false
    this.advanceTo(exit)
    return true
  }

  private advanceTo(exit: Bytes): void {
    this.frontier = exit
    this.known = exit >>> PAGE_SHIFT
    this.pages.reserve(this.known)
  }

  /** Walks the chunks that begin in a page, from its first one; where the walk leaves it, or -1 when the bytes make no sense. */
  private summarise(page: Pages, entry: Bytes): Bytes {
    const { chunks, base, end } = this
    const { smallest, alignment } = chunks.layout
    const pageEnd = Math.min((page + 1) << PAGE_SHIFT, end)
    let at = entry
    let count = 0
    let largest = 0
    let low = 0
    let high = 0
    while (at < pageEnd) {
      const tag = this.peekTag(base + at)
      const size = sizeOf(tag)
      if (!(size >= smallest && size <= end - at) || (size & (alignment - 1)) !== 0) return -1
      if (!isUsed(tag)) {
        if (size > largest) largest = size
        const sizeClass = classOf(size / alignment)
        if (sizeClass < 32) low |= 1 << sizeClass
        else high |= 1 << (sizeClass - 32)
      }
      count++
      at += size
    }
    this.pages.reserve(page)
    this.pages.set(page, 1 + (entry & (PAGE - 1)), at, count, largest, low, high)
    return at
  }

  // A fault is for the plain walk to meet, at its own time; here the bytes just make no sense.
  private peekTag(address: Address): number {
    try {
      return this.chunks.tagAt(address)
    } catch (signal) {
      if (signal instanceof FaultSignal) return -8
      throw signal
    }
  }

  /** Where the first chunk of a known page begins, or of the first page behind it that has one. */
  private entry(page: Pages): Bytes {
    const { first } = this.pages
    while (page < this.known && first[page] === 0) page++
    return page < this.known ? (page << PAGE_SHIFT) + first[page]! - 1 : this.frontier
  }

  // --- Searching -------------------------------------------------------------------------------

  /**
   * From a chunk on the way to `stop`: where the walk must look next. Chunks that begin a known page are skipped
   * with all their page while it has nothing that fits; from anywhere else the walk goes on chunk by chunk.
   */
  private skip(at: Bytes, stop: Bytes, need: Bytes): Bytes {
    const { pages } = this
    for (;;) {
      if (at === this.frontier && at !== stop) this.extend()
      if (at >= this.known * PAGE) return at
      const page = at >>> PAGE_SHIFT
      if (pages.first[page] !== 1 + (at & (PAGE - 1))) return at
      const limit = stop < 0 ? this.known : Math.min(this.known, stop >>> PAGE_SHIFT)
      const next = pages.findLargest(page, limit, need)
      this.stats.probeMany(pages.passed)
      if (next === page) return at
      at = this.entry(next)
      if (next < limit) return at
    }
  }

  /** Summarises all pages and counts their chunks as visited. */
  private countAll(): void {
    while (this.extend());
    this.pages.refresh()
    this.stats.probeMany(this.pages.total)
  }

  private bestInPages(need: Bytes): Address {
    const { pages, known } = this
    let sizeClass = pages.lowestClass(classOf(need / this.chunks.layout.alignment), known)
    for (; sizeClass < CLASSES; sizeClass = pages.lowestClass(sizeClass + 1, known)) {
      const found = this.bestInClass(sizeClass, need)
      if (found !== 0) return found
    }
    return 0
  }

  private bestInClass(sizeClass: number, need: Bytes): Address {
    const { pages, known } = this
    let best = 0
    let bestSize = classEnd(sizeClass) * this.chunks.layout.alignment
    let page = pages.nextWithClass(0, known, sizeClass)
    for (; page < known; page = pages.nextWithClass(page + 1, known, sizeClass)) {
      const found = this.smallestIn(page, need, bestSize)
      if (found === 0) continue
      if (sizeClass < EXACT_CLASSES) return found
      best = found
      bestSize = this.chunks.sizeAt(found)
    }
    return best
  }

  /** The first of the smallest free chunks that begin in a page and have at least `need` but less than `below` bytes; 0 when there is none. */
  private smallestIn(page: Pages, need: Bytes, below: Bytes): Address {
    const { chunks, base } = this
    const pageEnd = (page + 1) << PAGE_SHIFT
    let best = 0
    for (let at = this.entry(page); at < pageEnd; ) {
      const tag = chunks.tagAt(base + at)
      const size = sizeOf(tag)
      if (size >= need && size < below && !isUsed(tag)) {
        best = base + at
        below = size
        if (size === need) break
      }
      at += size
    }
    return best
  }

  /** Goes on chunk by chunk behind the known pages, for the smallest (or, with `sign` -1, largest) that fits. */
  private extremeInRest(need: Bytes, best: Address, bestSize: Bytes, sign: 1 | -1): Address {
    const { base, chunks, stats } = this
    for (let at = this.frontier; at < this.end; ) {
      const tag = chunks.tagAt(base + at)
      stats.probe()
      const size = sizeOf(tag)
      if (size >= need && size * sign < bestSize * sign && !isUsed(tag)) {
        best = base + at
        bestSize = size
      }
      if (size === 0 && chunks.layout.sentinels) break
      at += size
    }
    return best
  }
}

/** Sorts the first `count` numbers. */
function sort(numbers: Int32Array, count: number): void {
  if (count > FEW) {
    numbers.subarray(0, count).sort()
    return
  }
  for (let i = 1; i < count; i++) {
    const number = numbers[i]!
    let at = i
    for (; at > 0 && numbers[at - 1]! > number; at--) numbers[at] = numbers[at - 1]!
    numbers[at] = number
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length)
  more.set(numbers)
  return more
}
