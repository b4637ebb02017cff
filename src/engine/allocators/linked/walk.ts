import type { Process } from '../../kernel/index.ts'
import { type Address, type Bytes, hex } from '../../units.ts'
import { type ChunkVisitor, type Field, FREE, USED, type WalkProblem } from '../allocator.ts'
import { BACK, FREE_FLAG, NEXT, PREV, peekHeader, SIZE } from './layout.ts'

/** Follows `next` from base. Ends at the first block that cannot be where it is. */
export function walkBlocks(process: Process, header: Bytes, visit: ChunkVisitor): WalkProblem | null {
  const { memory } = process
  let from = process.staticStart
  let lowest = process.brkStart
  for (let block = memory.peek64(from); block !== 0; ) {
    if (!(block >= lowest && block + header <= process.programBreak)) {
      return { address: from, reason: `the link leads to ${hex(block)}, where no block can be` }
    }
    const { size, next, free } = peekHeader(memory, block)
    const end = block + header + size
    if (!(end <= process.programBreak)) {
      return { address: block + SIZE, reason: `a block of ${size} bytes goes beyond the break` }
    }
    if (!visit(block, header + size, free === 0 ? USED : FREE, block + header, size)) return null
    from = block + NEXT
    lowest = end
    block = next
  }
  return null
}

/** A header, decoded. */
export function blockFields(process: Process, block: Address): readonly Field[] {
  const { size, next, prev, free, back } = peekHeader(process.memory, block)
  return [
    { label: 'size', address: block + SIZE, size: 8, value: String(size) },
    { label: 'next block', address: block + NEXT, size: 8, value: hex(next) },
    { label: 'previous block', address: block + PREV, size: 8, value: hex(prev) },
    { label: 'free', address: block + FREE_FLAG, size: 4, value: free === 0 ? 'no' : 'yes' },
    { label: 'back pointer', address: block + BACK, size: 8, value: hex(back) },
  ]
}
