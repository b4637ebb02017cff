import type { Process } from '../../kernel/index.ts'
import { type Address, alignDown, type Bytes, PAGE_SIZE, TWO_32 } from '../../units.ts'

/*
 * A block's mapping, made by one mmap:
 *
 *   mapping                       end of data
 *      | data pages                   | guard page (no permissions), if wanted |
 *      payload ...                      place 'start'
 *              ... payload, size bytes| place 'end'
 *
 * A payload always lies in the first page of its mapping. No byte of a mapping is the allocator's:
 * what it knows lies in a hash table in a mapping of its own.
 *
 *   entry: +0 payload (0: empty), +8 length of the mapping in bytes, guard page included
 *
 * An entry's home follows from its page; it lies there or behind (cyclically), with no empty entry
 * between. The table is at most three quarters full.
 *
 * Static variables: +0 table, +8 capacity (entries, a power of two), +16 count (entries in use).
 */
export const TABLE = 0
export const CAPACITY = 8
export const COUNT = 16

export const ENTRY: Bytes = 16
export const LENGTH = 8
export const FIRST_CAPACITY = PAGE_SIZE / ENTRY

const GOLDEN = 0x9e3779b1

/** The entry where the search for a payload begins (multiplicative hashing of its page number). */
export function homeOf(payload: Address, capacity: number): number {
  const hash = Math.imul(Math.floor(payload / PAGE_SIZE), GOLDEN) >>> 0
  return Math.floor((hash / 2 ** 32) * capacity)
}

/** How the options shape a mapping. */
export interface Shape {
  readonly guard: Bytes
  readonly atEnd: boolean
}

/** A block, as its entry tells it. */
export interface Block {
  readonly entry: Address
  readonly payload: Address
  readonly mapping: Address
  /** Bytes of data pages. */
  readonly data: Bytes
  readonly length: Bytes
}

/** The table's place, as a debugger reads it; null when it cannot be. */
export function readTable(process: Process): { address: Address; capacity: number } | null {
  const address = process.memory.peek64(process.staticStart + TABLE)
  const capacity = process.memory.peek64(process.staticStart + CAPACITY)
  const region = process.regions.find(address)
  if (region === null || !(capacity >= 1 && address + capacity * ENTRY <= region.end)) return null
  return { address, capacity }
}

/** The table's entries in use, by address. */
export function readBlocks(process: Process, table: Address, capacity: number, guard: Bytes): Block[] {
  const blocks: Block[] = []
  const view = new DataView(process.memory.peekBytes(table, capacity * ENTRY).buffer)
  for (let at = 0; at < capacity * ENTRY; at += ENTRY) {
    const payload = wordIn(view, at)
    if (payload === 0) continue
    const length = wordIn(view, at + LENGTH)
    const mapping = alignDown(payload, PAGE_SIZE)
    blocks.push({ entry: table + at, payload, mapping, data: length - guard, length })
  }
  return blocks.sort((a, b) => a.payload - b.payload)
}

function wordIn(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * TWO_32
}
