import type { Process } from '../../kernel/index.ts'
import { type Address, type Bytes, hex, PAGE_SIZE } from '../../units.ts'
import { type ChunkVisitor, type Field, MAPPED, META, type WalkProblem } from '../allocator.ts'
import { decodedWord, linkAt, sizeBits } from '../bits.ts'
import { COUNT, ENTRY, LENGTH, readBlocks, readTable, type Shape, TABLE } from './layout.ts'

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

function missingTable(process: Process): WalkProblem | null {
  const address = process.staticStart
  const isBegun = process.memory.peek64(address + TABLE) !== 0 || process.memory.peek64(address + COUNT) !== 0
  return isBegun ? { address, reason: 'the table does not lie where it should' } : null
}

/** The table's entry for a chunk, decoded. */
export function blockFields(process: Process, shape: Shape, chunk: Address): readonly Field[] {
  const table = readTable(process)
  if (table === null) return []
  const blocks = readBlocks(process, table.address, table.capacity, shape.guard)
  const block = blocks.find(({ mapping }) => mapping === chunk)
  if (block === undefined) return []
  const { entry, length } = block
  const { memory } = process
  const word = decodedWord(memory, entry + LENGTH, 8, [sizeBits(0, 63, 'length')])
  return [
    { label: 'payload', address: entry, size: 8, value: linkAt(memory, entry) },
    { label: 'length of the mapping', address: entry + LENGTH, size: 8, value: String(length), ...word },
  ]
}
