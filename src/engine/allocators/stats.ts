import type { Bytes } from '../units.ts'

/** Ends an operation that visited more chunks than a scenario may: its lists run in a circle, or it is hopeless. */
export class BudgetSignal {
  constructor(readonly probes: number) {}
}

const SMALL_LIMIT = 1 << 20
const UNIT_SHIFT = 3
const UNIT_MASK = (1 << UNIT_SHIFT) - 1
const SMALL_COUNT = SMALL_LIMIT >> UNIT_SHIFT

/**
 * Counts that the charts need after every operation, kept as chunks change so that no walk is needed.
 * Derived: `reset` and one walk over the bytes give the same numbers.
 */
export class HeapStats {
  /** Chunks visited by searches in the current operation. */
  probes = 0
  /** Most probes of one operation before it ends with a BudgetSignal. */
  probeLimit = 1 << 24
  usedChunks = 0
  usedBytes: Bytes = 0
  freeChunks = 0
  freeBytes: Bytes = 0

  private readonly small = new Int32Array(SMALL_COUNT)
  private readonly occupied = new Int32Array(SMALL_COUNT >> 5)
  /** Counts of the sizes that `small` has no place for: large ones, and those that are no multiple of 8. */
  private readonly others = new Map<number, number>()
  private highWord = 0
  private largestOther = 0

  /** A search looked at one chunk. */
  probe(): void {
    if (++this.probes > this.probeLimit) throw new BudgetSignal(this.probes)
  }

  /** A search passed `count` chunks that it would have looked at one by one. */
  probeMany(count: number): void {
    this.probes += count
    if (this.probes <= this.probeLimit) return
    this.probes = this.probeLimit + 1
    throw new BudgetSignal(this.probes)
  }

  addUsed(size: Bytes): void {
    this.usedChunks++
    this.usedBytes += size
  }

  removeUsed(size: Bytes): void {
    this.usedChunks--
    this.usedBytes -= size
  }

  addFree(size: Bytes): void {
    this.freeChunks++
    this.freeBytes += size
    if (!isSmall(size)) {
      this.others.set(size, (this.others.get(size) ?? 0) + 1)
      if (size > this.largestOther) this.largestOther = size
      return
    }
    const i = size >>> UNIT_SHIFT
    this.small[i] = this.small[i]! + 1
    const word = i >>> 5
    this.occupied[word] = this.occupied[word]! | (1 << (i & 31))
    if (word > this.highWord) this.highWord = word
  }

  removeFree(size: Bytes): void {
    this.freeChunks--
    this.freeBytes -= size
    if (!isSmall(size)) {
      const left = (this.others.get(size) ?? 0) - 1
      if (left > 0) this.others.set(size, left)
      else this.others.delete(size)
      if (size === this.largestOther && left <= 0) this.largestOther = largestOf(this.others)
      return
    }
    const i = size >>> UNIT_SHIFT
    this.small[i] = this.small[i]! - 1
    const word = i >>> 5
    if (this.small[i] === 0) this.occupied[word] = this.occupied[word]! & ~(1 << (i & 31))
  }

  /** Size of the largest free chunk; 0 when there is none. */
  get largestFree(): Bytes {
    if (this.largestOther >= SMALL_LIMIT) return this.largestOther
    while (this.highWord > 0 && this.occupied[this.highWord] === 0) this.highWord--
    const word = this.occupied[this.highWord]!
    const small = word === 0 ? 0 : (this.highWord * 32 + 31 - Math.clz32(word)) << UNIT_SHIFT
    return small > this.largestOther ? small : this.largestOther
  }

  /** Forgets all chunks; `probes` and `probeLimit` stay. */
  reset(): void {
    this.usedChunks = 0
    this.usedBytes = 0
    this.freeChunks = 0
    this.freeBytes = 0
    this.small.fill(0)
    this.occupied.fill(0)
    this.others.clear()
    this.highWord = 0
    this.largestOther = 0
  }
}

/** Whether `small` counts a size; false for NaN, which a damaged heap can give. */
function isSmall(size: Bytes): boolean {
  return size < SMALL_LIMIT && (size & UNIT_MASK) === 0
}

function largestOf(counts: ReadonlyMap<Bytes, number>): Bytes {
  let largest = 0
  for (const size of counts.keys()) if (size > largest) largest = size
  return largest
}
