import { bytesText } from '../../format.ts'
import type { Process } from '../../kernel/index.ts'
import { type Address, hex } from '../../units.ts'
import {
  type ChunkVisitor,
  type Field,
  FREE,
  type ListVisitor,
  META,
  USED,
  type WalkProblem,
} from '../allocator.ts'
import { type BitPlan, decodedWord, flagBit, linkAt } from '../bits.ts'
import {
  COUNT,
  listAt,
  MAX_ORDER,
  MIN_BLOCK,
  MIN_ORDER,
  NEXT,
  ORDER_MASK,
  type Pool,
  PREV,
  readPools,
  USED_FLAG,
} from './layout.ts'
import { isMark, type Marks } from './marks.ts'

/** The pools, as far as they make sense. */
export function poolsOf(process: Process): Pool[] {
  return readPools(process.memory, process.staticStart, process.brkStart, process.programBreak)
}

/** Block after block in each pool: a block's mark says where the next one begins. */
export function walkBlocks(process: Process, marks: Marks, visit: ChunkVisitor): WalkProblem | null {
  const pools = poolsOf(process)
  if (pools.length < process.memory.peek64(process.staticStart + COUNT)) {
    return { address: process.staticStart, reason: 'the record of pools makes no sense' }
  }
  for (const { base, size } of pools) {
    for (let block = base; block < base + size; ) {
      const mark = marks.peek(base, size, block)
      if (!isMark(mark, block - base, size)) {
        return { address: block, reason: `the mark ${hex(mark)} cannot be that of a block` }
      }
      const length = 2 ** (mark & ORDER_MASK)
      const used = (mark & USED_FLAG) !== 0
      const payload = used ? marks.peekPayload(base, size, block) : block + marks.header
      if (!(payload <= block + length)) {
        return { address: block, reason: `its payload ${hex(payload)} lies outside its ${length} bytes` }
      }
      if (!visit(block, length, used ? USED : FREE, payload, block + length - payload)) return null
      block += length
    }
    const table = marks.tableBytes(size)
    if (table > 0 && !visit(base + size, table, META, base + size, 0)) return null
  }
  return null
}

/** The lists from the smallest order up, each newest first. */
export function walkLists(process: Process, marks: Marks, visit: ListVisitor): WalkProblem | null {
  const { memory, staticStart } = process
  const pools = poolsOf(process)
  let left = pools.reduce((blocks, pool) => blocks + pool.size / MIN_BLOCK, 0)
  for (let order = MIN_ORDER; order <= MAX_ORDER; order++) {
    let from = listAt(staticStart, order)
    for (let block = memory.peek64(from); block !== 0; block = memory.peek64(from)) {
      if (!isInPools(pools, block)) {
        return { address: from, reason: `the link leads to ${linkAt(memory, from)}, where no block can be` }
      }
      if (left-- <= 0) return { address: from, reason: 'the lists hold more blocks than the pools' }
      if (!visit(order - MIN_ORDER, block, 2 ** order)) return null
      from = block + marks.header + NEXT
    }
  }
  return null
}

function isInPools(pools: readonly Pool[], block: Address): boolean {
  return pools.some(
    ({ base, size }) => block >= base && block < base + size && (block - base) % MIN_BLOCK === 0,
  )
}

const MARK_BITS: readonly BitPlan[] = [
  flagBit(7, 'moved'),
  flagBit(6, 'in use'),
  { low: 0, high: 5, name: 'order', tell: orderText },
]

/** With a header, the mark is its lowest byte; above it stands how far the payload was moved. */
const HEADER_BITS: readonly BitPlan[] = [
  { low: 8, high: 63, name: 'moved by', tell: (value) => bytesText(Number(value >> 8n)) },
  ...MARK_BITS,
]

function orderText(value: bigint): string {
  return value === 0n ? 'no block' : `${value}: ${bytesText(2 ** Number(value))}`
}

/** Mark and links of a block, decoded. */
export function blockFields(process: Process, marks: Marks, block: Address): readonly Field[] {
  const { memory } = process
  const pool = poolsOf(process).find(({ base, size }) => block >= base && block < base + size)
  if (pool === undefined) return []
  const mark = marks.peek(pool.base, pool.size, block)
  const used = (mark & USED_FLAG) !== 0
  const order = mark & ORDER_MASK
  const address = marks.place(pool.base, pool.size, block)
  const value = `order ${order} (${2 ** order} bytes), ${used ? 'in use' : 'free'}`
  const size = marks.header > 0 ? 8 : 1
  const word = decodedWord(memory, address, size, marks.header > 0 ? HEADER_BITS : MARK_BITS)
  const fields: Field[] = [{ label: 'mark', address, size, value, ...word }]
  if (used) return fields
  const links = block + marks.header
  for (const [label, at] of [
    ['next of its order', links + NEXT],
    ['previous of its order', links + PREV],
  ] as const) {
    fields.push({ label, address: at, size: 8, value: linkAt(memory, at) })
  }
  return fields
}
