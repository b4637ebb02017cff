import { bytesText } from '../../format.ts'
import type { Process } from '../../kernel/index.ts'
import type { Memory } from '../../memory/index.ts'
import { type Address, hex } from '../../units.ts'
import {
  type ChunkVisitor,
  type Field,
  FREE,
  type ListVisitor,
  META,
  TOP,
  USED,
  type WalkProblem,
} from '../allocator.ts'
import { decodedWord, flagBit, linkAt, sizeBits, unusedBits } from '../bits.ts'
import type { Classes } from './classes.ts'
import { binAt, END, FIRST, GAP_FLAG, isUsed, MIN_CHUNK, NEXT, PREV, sizeOf, TAG, UNIT } from './layout.ts'

/** From the prologue along the headers to the epilogue. */
export function walkChunks(process: Process, visit: ChunkVisitor): WalkProblem | null {
  const { memory, staticStart } = process
  const first = memory.peek64(staticStart + FIRST)
  const end = memory.peek64(staticStart + END)
  if (first === 0) return null
  if (!(first >= process.brkStart + TAG && first <= end && end + TAG <= process.programBreak)) {
    return { address: staticStart, reason: `chunks from ${hex(first)} to ${hex(end)} do not lie in the heap` }
  }
  if (!visit(first - TAG, TAG, META, first - TAG, 0)) return null
  for (let chunk = first; chunk < end; ) {
    const tag = memory.peek64(chunk)
    const size = sizeOf(tag)
    const isGap = (tag & GAP_FLAG) !== 0
    if (!(size >= (isGap ? UNIT : MIN_CHUNK) && chunk + size <= end)) {
      return { address: chunk, reason: `a chunk of ${size} bytes cannot be there` }
    }
    const isLast = chunk + size === end && end + TAG === process.programBreak
    const state = isGap ? META : isUsed(tag) ? USED : isLast ? TOP : FREE
    if (!visit(chunk, size, state, chunk + TAG, isGap ? 0 : size - 2 * TAG)) return null
    chunk += size
  }
  visit(end, TAG, META, end, 0)
  return null
}

/** The bins from the smallest class up, each newest first. */
export function walkBins(process: Process, classes: Classes, visit: ListVisitor): WalkProblem | null {
  const { memory, staticStart } = process
  const first = memory.peek64(staticStart + FIRST)
  const end = Math.min(memory.peek64(staticStart + END), process.programBreak)
  let left = (end - first) / MIN_CHUNK
  for (let bin = 0; bin < classes.count; bin++) {
    let from = binAt(staticStart, bin)
    for (let chunk = memory.peek64(from); chunk !== 0; chunk = memory.peek64(from)) {
      if (!isPlace(chunk, first, end)) {
        return { address: from, reason: `the link leads to ${linkAt(memory, from)}, where no chunk can be` }
      }
      if (left-- <= 0) return { address: from, reason: 'the bins hold more chunks than the heap' }
      if (!visit(bin, chunk, sizeOf(memory.peek64(chunk)))) return null
      from = chunk + NEXT
    }
  }
  return null
}

/** Whether a chunk may begin there. */
export function isPlace(chunk: Address, first: Address, end: Address): boolean {
  return chunk >= first && chunk + MIN_CHUNK <= end && chunk % UNIT === TAG
}

/** Tags and links of a chunk, decoded. */
export function chunkFields(process: Process, chunk: Address): readonly Field[] {
  const { memory } = process
  const tag = memory.peek64(chunk)
  const size = sizeOf(tag)
  const fields: Field[] = [tagField(memory, 'header', chunk)]
  if (!isUsed(tag)) {
    fields.push({
      label: 'next in bin',
      address: chunk + NEXT,
      size: 8,
      value: linkAt(memory, chunk + NEXT),
    })
    fields.push({
      label: 'previous in bin',
      address: chunk + PREV,
      size: 8,
      value: linkAt(memory, chunk + PREV),
    })
  }
  if (size >= 2 * TAG) {
    fields.push(tagField(memory, 'footer', chunk + size - TAG))
  }
  return fields
}

function tagField(memory: Memory, label: string, address: Address): Field {
  const tag = memory.peek64(address)
  // The flags come from the low half: a damaged tag may be too large for its last bits to be told.
  const flags = memory.peek32(address)
  const state = (flags & GAP_FLAG) !== 0 ? 'gap' : isUsed(flags) ? 'in use' : 'free'
  const word = decodedWord(memory, address, TAG, [
    sizeBits(4, 63),
    unusedBits(2, 3),
    flagBit(1, 'gap'),
    flagBit(0, 'in use'),
  ])
  return { label, address, size: TAG, value: `${bytesText(sizeOf(tag))}, ${state}`, ...word }
}
