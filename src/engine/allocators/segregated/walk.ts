import type { Process } from '../../kernel/index.ts'
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
        return { address: from, reason: `the link leads to ${hex(chunk)}, where no chunk can be` }
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
  const fields: Field[] = [{ label: 'header', address: chunk, size: TAG, value: tagText(tag) }]
  if (!isUsed(tag)) {
    fields.push({
      label: 'next in bin',
      address: chunk + NEXT,
      size: 8,
      value: hex(memory.peek64(chunk + NEXT)),
    })
    fields.push({
      label: 'previous in bin',
      address: chunk + PREV,
      size: 8,
      value: hex(memory.peek64(chunk + PREV)),
    })
  }
  if (size >= 2 * TAG) {
    const footer = chunk + size - TAG
    fields.push({ label: 'footer', address: footer, size: TAG, value: tagText(memory.peek64(footer)) })
  }
  return fields
}

function tagText(tag: number): string {
  const state = (tag & GAP_FLAG) !== 0 ? 'gap' : isUsed(tag) ? 'in use' : 'free'
  return `${sizeOf(tag)} bytes, ${state}`
}
