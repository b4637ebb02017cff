import { MAP_ANONYMOUS, MAP_PRIVATE, type Process } from '../../kernel/index.ts'
import { type Memory, PROT_READ, PROT_WRITE, type Words } from '../../memory/index.ts'
import { type Address, alignDown, alignUp, type Bytes, PAGE_SIZE, TWO_32 } from '../../units.ts'

/**
 * A table's static words: where its entries lie, how many there are, for how many there is room.
 *
 *     +0 address   +8 count   +16 capacity
 */
export const TABLE_WORDS: Bytes = 24
const COUNT = 8
const CAPACITY = 16

/** An entry is two signed 64-bit words: +0 the address of a range, +8 its size. */
export const ENTRY: Bytes = 16
export const ENTRY_SIZE = 8

/** Where the static words of the two tables begin, behind process.staticStart. */
export const FREE_LIST = 0
export const BLOCKS = TABLE_WORDS

/** A row of (address, size) in pages of its own. The object holds nothing but the place of its static words. */
export class Table {
  private readonly words: Words

  constructor(
    private readonly process: Process,
    private readonly statics: Address,
  ) {
    this.words = process.words
  }

  /** Where entry 0 lies. */
  get base(): Address {
    return this.words.load64(this.statics)
  }

  get count(): number {
    return this.words.load64(this.statics + COUNT)
  }

  get capacity(): number {
    return this.words.load64(this.statics + CAPACITY)
  }

  /** Where entry `index` lies. */
  at(index: number): Address {
    return this.base + index * ENTRY
  }

  /** Puts an entry before the one at `index`. There must be room. */
  insert(index: number, address: Address, size: Bytes): void {
    const count = this.count
    const at = this.at(index)
    if (index < count) this.words.copy(at + ENTRY, at, (count - index) * ENTRY)
    this.words.store64(at, address)
    this.words.store64(at + ENTRY_SIZE, size)
    this.words.store64(this.statics + COUNT, count + 1)
  }

  remove(index: number): void {
    const last = this.count - 1
    const at = this.at(index)
    if (index < last) this.words.copy(at, at + ENTRY, (last - index) * ENTRY)
    this.words.store64(this.statics + COUNT, last)
  }

  /** Keeps the first `count` entries. */
  truncate(count: number): void {
    this.words.store64(this.statics + COUNT, count)
  }

  /** Index of the first entry whose address is not below `address`, in a table sorted by address. */
  lowerBound(address: Address): number {
    const base = this.base
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (loadSigned(this.words, base + middle * ENTRY) < address) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Makes room for `entries`: in larger pages where the old ones do not hold them. */
  reserve(entries: number): Move | 'fits' | 'refused' {
    const capacity = this.capacity
    if (entries <= capacity) return 'fits'
    const from = this.base
    const length = alignUp(Math.max(entries, capacity * 2) * ENTRY, PAGE_SIZE)
    const to = this.process.mmap(0, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
    if (to < 0) return 'refused'
    if (capacity > 0) {
      this.words.copy(to, from, this.count * ENTRY)
      this.process.munmap(from, capacity * ENTRY)
    }
    this.words.store64(this.statics, to)
    this.words.store64(this.statics + CAPACITY, length / ENTRY)
    return { from, oldLength: capacity * ENTRY, to, length }
  }
}

/** A table went from one mapping to another; `oldLength` is 0 the first time. */
export interface Move {
  readonly from: Address
  readonly oldLength: Bytes
  readonly to: Address
  readonly length: Bytes
}

/** A signed 64-bit word, exact between -2^53 and 2^53. */
export function loadSigned(words: Words, address: Address): number {
  const value = words.load64(address)
  return value < 2 ** 63 ? value : words.load32(address) + (words.load32(address + 4) - TWO_32) * TWO_32
}

/** A range of bytes: a free one or a block. */
export interface Range {
  readonly address: Address
  readonly size: Bytes
  /** Where its entry lies. */
  readonly entry: Address
}

/** A table as a debugger sees it: where it lies, and its entries as far as there are pages under them. */
export interface TableView {
  readonly address: Address
  readonly count: number
  readonly capacity: number
  readonly ranges: readonly Range[]
}

/** Reads a table by peek. Leaves out what no readable page holds, whatever the count says. */
export function viewTable(process: Process, which: typeof FREE_LIST | typeof BLOCKS): TableView {
  const { memory } = process
  const statics = process.staticStart + which
  const address = memory.peek64(statics)
  const count = memory.peek64(statics + COUNT)
  const capacity = memory.peek64(statics + CAPACITY)
  const length = readableLength(memory, address, Math.min(count, capacity) * ENTRY)
  const bytes = new DataView(memory.peekBytes(address, length).buffer)
  const ranges: Range[] = []
  for (let at = 0; at + ENTRY <= length; at += ENTRY) {
    ranges.push({ address: signedAt(bytes, at), size: signedAt(bytes, at + ENTRY_SIZE), entry: address + at })
  }
  return { address, count, capacity, ranges }
}

/** How many of the `wanted` bytes from `address` are on readable pages. */
function readableLength(memory: Memory, address: Address, wanted: Bytes): Bytes {
  let end = address
  while (end < address + wanted && memory.allows(end, 'read')) end = alignDown(end, PAGE_SIZE) + PAGE_SIZE
  return Math.min(wanted, end - address)
}

function signedAt(bytes: DataView, at: number): number {
  return bytes.getUint32(at, true) + bytes.getInt32(at + 4, true) * TWO_32
}
