import type { Memory } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'

/*
 * A block begins with a header; the blocks form one list in address order:
 *
 *   +0   size     of the payload
 *   +8   next     the block behind, or 0
 *   +16  prev     the block in front, or 0
 *   +24  free     1 or 0 (4 bytes, then 4 of padding)
 *   +32  back     the payload's own address, while the block exists
 *   +40  the payload (+48 when payloads are multiples of 16)
 *
 * One static variable, +0 base: the first block, or 0. Blocks touch each other, except where the
 * program itself has moved the break.
 */
export const SIZE = 0
export const NEXT = 8
export const PREV = 16
export const FREE_FLAG = 24
export const BACK = 32
const FIELDS_END = 40

/** Bytes of a header for an alignment of 8 or 16. */
export function headerSize(alignment: Bytes): Bytes {
  return Math.ceil(FIELDS_END / alignment) * alignment
}

/** A header as a debugger reads it. */
export interface Header {
  readonly size: Bytes
  readonly next: Address
  readonly prev: Address
  readonly free: number
  readonly back: Address
}

export function peekHeader(memory: Memory, block: Address): Header {
  return {
    size: memory.peek64(block + SIZE),
    next: memory.peek64(block + NEXT),
    prev: memory.peek64(block + PREV),
    free: memory.peek32(block + FREE_FLAG),
    back: memory.peek64(block + BACK),
  }
}
