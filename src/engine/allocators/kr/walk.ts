import { bytesText, thousands } from '../../format.ts'
import type { Process } from '../../kernel/index.ts'
import type { Address } from '../../units.ts'
import {
  type ChunkVisitor,
  type Field,
  FREE,
  type ListVisitor,
  META,
  USED,
  type WalkProblem,
} from '../allocator.ts'
import { type BitPlan, decodedWord, linkAt } from '../bits.ts'
import { type Area, BASE, FREEP, readAreas, SIZE, UNIT } from './layout.ts'

/** Blocks side by side in each area; the free ones are those that the list, followed alongside, names. */
export function walkBlocks(process: Process, visit: ChunkVisitor): WalkProblem | null {
  const { memory } = process
  let free = memory.peek64(process.staticStart + BASE)
  for (const area of readAreas(process)) {
    if (area.blocks > area.start && !visit(area.start, UNIT, META, area.start, 0)) return null
    for (let block = area.blocks; block < area.end; ) {
      const units = memory.peek64(block + SIZE)
      const size = units * UNIT
      if (!(units >= 1 && block + size <= area.end)) {
        return { address: block, reason: `a block of ${units} units does not fit its area` }
      }
      const isFree = block === free
      if (isFree) free = memory.peek64(block)
      if (!visit(block, size, isFree ? FREE : USED, block + UNIT, size - UNIT)) return null
      block += size
    }
  }
  return null
}

/** The free list in the order the next search takes: it begins behind freep and ends with freep itself. */
export function walkFreeList(process: Process, visit: ListVisitor): WalkProblem | null {
  const { memory } = process
  const base = process.staticStart + BASE
  const start = memory.peek64(process.staticStart + FREEP)
  if (start === 0) return null
  const areas = readAreas(process)
  // More members than one block a unit, and base, are a circle that has lost its beginning.
  const most = areas.reduce((units, area) => units + (area.end - area.start) / UNIT, 1)
  let block = start
  for (let left = most; left > 0; left--) {
    const from = block
    block = memory.peek64(from)
    if (block !== base) {
      if (!canBegin(areas, block)) {
        return { address: from, reason: `the link leads to ${linkAt(memory, from)}, which is no block` }
      }
      if (!visit(0, block, memory.peek64(block + SIZE) * UNIT)) return null
    }
    if (block === start) return null
  }
  return { address: start, reason: 'the list does not come back to freep' }
}

const SIZE_BITS: readonly BitPlan[] = [
  {
    low: 0,
    high: 63,
    name: `size in units of ${UNIT}`,
    tell: (units) => `${bytesText(Number(units) * UNIT)}`,
  },
]

/** A header, decoded. */
export function blockFields(process: Process, block: Address): readonly Field[] {
  const { memory } = process
  const size = block + SIZE
  const units = memory.peek64(size)
  const value = `${thousands(units)} units (${bytesText(units * UNIT)})`
  return [
    { label: 'next free block', address: block, size: 8, value: linkAt(memory, block) },
    { label: 'size', address: size, size: 8, value, ...decodedWord(memory, size, 8, SIZE_BITS) },
  ]
}

/** Whether a block may begin there. */
export function canBegin(areas: readonly Area[], block: Address): boolean {
  return block % UNIT === 0 && areas.some((area) => block >= area.blocks && block < area.end)
}
