import type { Process } from '../../kernel/index.ts'
import type { Memory } from '../../memory/index.ts'
import { type Address, type Bytes, hex } from '../../units.ts'
import {
  type ChunkVisitor,
  type Field,
  FREE,
  type ListVisitor,
  type Mark,
  META,
  USED,
  type WalkProblem,
} from '../allocator.ts'
import { decodedWord } from '../bits.ts'
import { BLOCKS, ENTRY, ENTRY_SIZE, FREE_LIST, type Range, type TableView, viewTable } from './layout.ts'

/** What of the options the debugger's eye needs to know. */
export interface Extent {
  readonly base: Address
  readonly size: Bytes
  readonly headerSize: Bytes
}

/** The ranges of both tables by address, from the heap's base to its end; then the tables' own pages. */
export function walkRanges(process: Process, extent: Extent, visit: ChunkVisitor): WalkProblem | null {
  const free = viewTable(process, FREE_LIST)
  const blocks = viewTable(process, BLOCKS)
  const cut = cutShort(free, 'free list') ?? cutShort(blocks, 'table of blocks')
  if (cut !== null) return cut
  const used = new Set(blocks.ranges)
  const ranges = [...blocks.ranges, ...free.ranges].sort((a, b) => a.address - b.address)
  let at = extent.base
  for (const range of ranges) {
    if (range.address !== at) return misplaced(range, at)
    if (range.size <= 0) {
      return { address: range.entry, reason: `the range at ${hex(at)} is said to have ${range.size} bytes` }
    }
    at += range.size
    const payload = Math.min(range.address + extent.headerSize, at)
    if (!visit(range.address, range.size, used.has(range) ? USED : FREE, payload, at - payload)) return null
  }
  const end = extent.base + extent.size
  if (at !== end) return { address: at, reason: `the ranges end here, but the heap ends at ${hex(end)}` }
  for (const table of [free, blocks].sort((a, b) => a.address - b.address)) {
    if (!visit(table.address, table.capacity * ENTRY, META, table.address, 0)) return null
  }
  return null
}

function cutShort(table: TableView, name: string): WalkProblem | null {
  if (table.ranges.length === table.count) return null
  const reason = `the ${name} should have ${table.count} entries, but its pages end after ${table.ranges.length}`
  return { address: table.address, reason }
}

function misplaced(range: Range, expected: Address): WalkProblem {
  const what = range.address < expected ? 'two entries claim the bytes' : 'no entry claims the bytes'
  const from = Math.min(range.address, expected)
  return {
    address: range.entry,
    reason: `${what} from ${hex(from)} to ${hex(Math.max(range.address, expected))}`,
  }
}

/** The free list in its own order, which is the order of searches. */
export function walkFreeList(process: Process, visit: ListVisitor): WalkProblem | null {
  const free = viewTable(process, FREE_LIST)
  for (const range of free.ranges) {
    if (!visit(0, range.address, range.size)) return null
  }
  return cutShort(free, 'free list')
}

/** Where searches begin. */
export function listMarks(process: Process): readonly Mark[] {
  const first = viewTable(process, FREE_LIST).ranges[0]
  return first === undefined ? [] : [{ name: 'head', address: first.address }]
}

/** The entry of a range; for a table's own pages, its static words. */
export function rangeFields(process: Process, chunk: Address): readonly Field[] {
  const free = viewTable(process, FREE_LIST)
  const index = free.ranges.findIndex((range) => range.address === chunk)
  if (index >= 0) return entryFields(process.memory, `free list[${index}]`, free.ranges[index]!)
  const blocks = viewTable(process, BLOCKS)
  const block = blocks.ranges.find((range) => range.address === chunk)
  if (block !== undefined) return entryFields(process.memory, 'block', block)
  if (chunk === free.address) return tableFields(process.staticStart + FREE_LIST, free)
  return chunk === blocks.address ? tableFields(process.staticStart + BLOCKS, blocks) : []
}

function entryFields(memory: Memory, name: string, range: Range): Field[] {
  const number = (label: string, address: Address, value: number): Field => ({
    label: `${name} ${label}`,
    address,
    size: 8,
    value: String(value),
    ...decodedWord(memory, address, 8),
  })
  return [number('addr', range.entry, range.address), number('sz', range.entry + ENTRY_SIZE, range.size)]
}

function tableFields(statics: Address, table: TableView): Field[] {
  return [
    { label: 'entries at', address: statics, size: 8, value: hex(table.address) },
    { label: 'entries', address: statics + 8, size: 8, value: String(table.count) },
    { label: 'room for', address: statics + 16, size: 8, value: String(table.capacity) },
  ]
}
