import type { Bytes, Pages } from '../../units.ts'

const GROUP_SHIFT = 6
/** Pages in a group. */
export const GROUP: Pages = 1 << GROUP_SHIFT

/** Number of size classes: one for each multiple of the alignment up to 31, then four for each power of two; the last is open. */
export const CLASSES = 64
/** Classes below this hold one size only. */
export const EXACT_CLASSES = 32

/** The class of a size that is `units` times the alignment. */
export function classOf(units: number): number {
  if (units < EXACT_CLASSES) return units
  const power = 31 - Math.clz32(units)
  return Math.min(CLASSES - 1, EXACT_CLASSES + (power - 5) * 4 + ((units >>> (power - 2)) & 3))
}

/** The first number of units that is too large for a class. */
export function classEnd(sizeClass: number): number {
  if (sizeClass < EXACT_CLASSES) return sizeClass + 1
  if (sizeClass === CLASSES - 1) return Number.POSITIVE_INFINITY
  const step = sizeClass - EXACT_CLASSES
  return (5 + (step & 3)) << ((step >> 2) + 3)
}

/** Facts about pages in columns, and about groups of pages, which are brought up to date when asked for. */
export class Summaries {
  /** 1 + the offset within the page of the first chunk that begins there; 0 when none does. */
  first = new Uint16Array(0)
  /** Where the walk comes to behind the page. */
  exit = new Int32Array(0)
  /** Chunks that begin in the page. */
  count = new Uint16Array(0)
  /** The largest free chunk that begins in the page; 0 when there is none. */
  largest = new Int32Array(0)
  isDirty = new Uint8Array(0)
  /** Chunks that begin in all pages. */
  total = 0
  /** Chunks in the pages that the last `findLargest` passed. */
  passed = 0
  private low = new Int32Array(0)
  private high = new Int32Array(0)

  private readonly stale: number[] = []
  private groupStale = new Uint8Array(0)
  private groupCount = new Int32Array(0)
  private groupLargest = new Int32Array(0)
  private groupLow = new Int32Array(0)
  private groupHigh = new Int32Array(0)

  /** Makes room for a page. */
  reserve(page: Pages): void {
    if (page < this.first.length) return
    const pages = Math.max(256, 2 * this.first.length, (page | (GROUP - 1)) + 1)
    this.first = grown(this.first, new Uint16Array(pages))
    this.exit = grown(this.exit, new Int32Array(pages))
    this.count = grown(this.count, new Uint16Array(pages))
    this.largest = grown(this.largest, new Int32Array(pages))
    this.isDirty = grown(this.isDirty, new Uint8Array(pages))
    this.low = grown(this.low, new Int32Array(pages))
    this.high = grown(this.high, new Int32Array(pages))
    const groups = pages >>> GROUP_SHIFT
    this.groupStale = grown(this.groupStale, new Uint8Array(groups))
    this.groupCount = grown(this.groupCount, new Int32Array(groups))
    this.groupLargest = grown(this.groupLargest, new Int32Array(groups))
    this.groupLow = grown(this.groupLow, new Int32Array(groups))
    this.groupHigh = grown(this.groupHigh, new Int32Array(groups))
  }

  /** Replaces what is known of a page. `low`, `high`: bit masks of the classes with free chunks. */
  set(
    page: Pages,
    first: number,
    exit: Bytes,
    count: number,
    largest: Bytes,
    low: number,
    high: number,
  ): void {
    this.total += count - this.count[page]!
    this.first[page] = first
    this.exit[page] = exit
    this.count[page] = count
    this.largest[page] = largest
    this.low[page] = low
    this.high[page] = high
    this.isDirty[page] = 0
    const group = page >>> GROUP_SHIFT
    if (this.groupStale[group] === 0) {
      this.groupStale[group] = 1
      this.stale.push(group)
    }
  }

  /** Forgets the pages below `known`. */
  clear(known: Pages): void {
    for (const column of [this.first, this.count, this.largest, this.isDirty, this.low, this.high]) {
      column.fill(0, 0, known)
    }
    const groups = (known + GROUP - 1) >>> GROUP_SHIFT
    for (const column of [
      this.groupStale,
      this.groupCount,
      this.groupLargest,
      this.groupLow,
      this.groupHigh,
    ]) {
      column.fill(0, 0, groups)
    }
    this.stale.length = 0
    this.total = 0
  }

  /** Brings the groups up to date. */
  refresh(): void {
    for (let group = this.stale.pop(); group !== undefined; group = this.stale.pop()) this.refreshGroup(group)
  }

  /**
   * The first page from `page` on, below `limit`, with a free chunk of at least `need` bytes; else `limit`.
   * `passed` is then the number of chunks in the pages between.
   */
  findLargest(page: Pages, limit: Pages, need: Bytes): Pages {
    const { largest, count, groupLargest, groupCount } = this
    let passed = 0
    while (page < limit && largest[page]! < need) {
      if ((page & (GROUP - 1)) === 0 && page + GROUP <= limit && groupLargest[page >>> GROUP_SHIFT]! < need) {
        passed += groupCount[page >>> GROUP_SHIFT]!
        page += GROUP
      } else passed += count[page++]!
    }
    this.passed = passed
    return page
  }

  /** The lowest class from `from` on with a free chunk below page `known`; CLASSES when there is none. */
  lowestClass(from: number, known: Pages): number {
    const groups = (known + GROUP - 1) >>> GROUP_SHIFT
    let low = 0
    let high = 0
    for (let group = 0; group < groups; group++) {
      low |= this.groupLow[group]!
      high |= this.groupHigh[group]!
    }
    low = from < 32 ? low & (-1 << from) : 0
    if (low !== 0) return lowestBit(low)
    if (from > 32) high &= from < CLASSES ? -1 << (from - 32) : 0
    return high === 0 ? CLASSES : 32 + lowestBit(high)
  }

  /** The first page from `page` on, below `known`, with a free chunk of the class; else `known`. */
  nextWithClass(page: Pages, known: Pages, sizeClass: number): Pages {
    const pages = sizeClass < 32 ? this.low : this.high
    const groups = sizeClass < 32 ? this.groupLow : this.groupHigh
    const bit = 1 << (sizeClass & 31)
    while (page < known && (pages[page]! & bit) === 0) {
      const skipsGroup = (page & (GROUP - 1)) === 0 && (groups[page >>> GROUP_SHIFT]! & bit) === 0
      page += skipsGroup ? GROUP : 1
    }
    return Math.min(page, known)
  }

  /** The largest free chunk below page `known`. */
  largestOf(known: Pages): Bytes {
    const groups = (known + GROUP - 1) >>> GROUP_SHIFT
    let largest = 0
    for (let group = 0; group < groups; group++) largest = Math.max(largest, this.groupLargest[group]!)
    return largest
  }

  private refreshGroup(group: number): void {
    const from = group << GROUP_SHIFT
    let count = 0
    let largest = 0
    let low = 0
    let high = 0
    for (let page = from; page < from + GROUP; page++) {
      count += this.count[page]!
      if (this.largest[page]! > largest) largest = this.largest[page]!
      low |= this.low[page]!
      high |= this.high[page]!
    }
    this.groupCount[group] = count
    this.groupLargest[group] = largest
    this.groupLow[group] = low
    this.groupHigh[group] = high
    this.groupStale[group] = 0
  }
}

function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask)
}

function grown<T extends Uint8Array | Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
