import type { Process } from '../../kernel/index.ts'
import { type Address, alignDown, type Bytes, hex, PAGE_SIZE } from '../../units.ts'
import { type ChunkVisitor, type Field, MAPPED, META, type WalkProblem } from '../allocator.ts'
import { type Block, COUNT, ENTRY, LENGTH, readBlock, readTable, type Shape, TABLE } from './layout.ts'

/** All blocks and the table itself, by address. */
export function walkMappings(process: Process, shape: Shape, visit: ChunkVisitor): WalkProblem | null {
  const table = readTable(process)
  if (table === null) return missingTable(process)
  const own: Bytes = table.capacity * ENTRY
  let isTold = false
  let lowest = 0
  for (const block of readBlocks(process, table.address, table.capacity, shape.guard)) {
    const { entry, payload, mapping, data, length } = block
    if (!isTold && mapping > table.address) {
      isTold = true
      if (!visit(table.address, own, META, table.address, 0)) return null
    }
    if (!(data >= PAGE_SIZE && length % PAGE_SIZE === 0 && mapping >= lowest)) {
      return { address: entry, reason: `no mapping of ${length} bytes can be at ${hex(mapping)}` }
    }
    lowest = mapping + length
    if (!visit(mapping, data, MAPPED, payload, mapping + data - payload)) return null
    if (shape.guard > 0 && !visit(mapping + data, shape.guard, META, mapping + data, 0)) return null
  }
  if (!isTold) visit(table.address, own, META, table.address, 0)
  return null
}

/** The table's entries in use, by address. */
export function readBlocks(process: Process, table: Address, capacity: number, guard: Bytes): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i < capacity; i++) {
    const block = readBlock(process, table, i, guard)
    if (block.payload !== 0) blocks.push(block)
  }
  return blocks.sort((a, b) => a.payload - b.payload)
}

function missingTable(process: Process): WalkProblem | null {
  const address = process.staticStart
  const isBegun = process.memory.peek64(address + TABLE) !== 0 || process.memory.peek64(address + COUNT) !== 0
  return isBegun ? { address, reason: 'the table does not lie where it should' } : null
}

/** The table's entry for a chunk, decoded. */
export function blockFields(process: Process, shape: Shape, chunk: Address): readonly Field[] {
  const table = readTable(process)
  if (table === null) return []
  for (let i = 0; i < table.capacity; i++) {
    const { entry, payload, length } = readBlock(process, table.address, i, shape.guard)
    if (payload === 0 || alignDown(payload, PAGE_SIZE) !== chunk) continue
    return [
      { label: 'payload', address: entry, size: 8, value: hex(payload) },
      { label: 'length of the mapping', address: entry + LENGTH, size: 8, value: String(length) },
    ]
  }
  return []
}
