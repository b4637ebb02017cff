import { thousands } from '../../format.ts'
import type { Process } from '../../kernel/index.ts'
import type { Address, Bytes } from '../../units.ts'
import { type ChunkVisitor, type Field, FREE, USED, type WalkProblem } from '../allocator.ts'
import { type BitPlan, decodedWord, linkAt, sizeBits } from '../bits.ts'
import { BACK, FREE_FLAG, NEXT, PREV, peekHeader, SIZE } from './layout.ts'

/** Follows `next` from base. Ends at the first block that cannot be where it is. */
export function walkBlocks(process: Process, header: Bytes, visit: ChunkVisitor): WalkProblem | null {
  const { memory } = process
  let from = process.staticStart
  let lowest = process.brkStart
  for (let block = memory.peek64(from); block !== 0; ) {
    if (!(block >= lowest && block + header <= process.programBreak)) {
      return { address: from, reason: `the link leads to ${linkAt(memory, from)}, where no block can be` }
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

const FREE_INT: BitPlan = {
  low: 0,
  high: 31,
  name: 'free, an int',
  tell: (value) => (value === 0n ? 'no' : value === 1n ? 'yes' : 'neither 0 nor 1: counts as yes'),
}

/** A header, decoded. */
export function blockFields(process: Process, block: Address): readonly Field[] {
  const { memory } = process
  const { size, free } = peekHeader(memory, block)
  const link = (label: string, offset: Bytes): Field => {
    const address = block + offset
    return { label, address, size: 8, value: linkAt(memory, address) }
  }
  const number = (label: string, offset: Bytes, bytes: Bytes, value: string, plan: BitPlan): Field => {
    const address = block + offset
    return { label, address, size: bytes, value, ...decodedWord(memory, address, bytes, [plan]) }
  }
  return [
    number('size', SIZE, 8, thousands(size), sizeBits(0, 63, 'size of the payload')),
    link('next block', NEXT),
    link('previous block', PREV),
    number('free', FREE_FLAG, 4, free === 0 ? 'no' : 'yes', FREE_INT),
    link('back pointer', BACK),
  ]
}
