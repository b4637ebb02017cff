import type { Process } from '../../kernel/index.ts'
import type { Address } from '../../units.ts'

/*
 * A block, in use or free, begins with a header of one unit (16 bytes):
 *
 *   +0   ptr    the next free block by address; stale while the block is in use
 *   +8   size   of the whole block, header included, in units
 *   +16  the payload, size - 1 units
 *
 * Nothing says whether a block is in use: it is free if the list leads to it.
 *
 * Static bytes of the program:
 *
 *   +0   base.ptr, +8 base.size   the list's first member, of size 0: it lies below the heap
 *   +16  freep                    where the next search begins; 0 before the first malloc
 *   +24  area, +32 areaEnd        the newest area that sbrk gave
 *   +40  firstArea                the oldest one
 *
 * The last three are not in the book, which never walks its heap. When the program has moved the
 * break itself, the next area does not begin where the last one ends; then its first unit is no
 * block but says where the area before it lies: +0 its start, +8 its end.
 */
export const UNIT = 16
export const SIZE = 8

export const BASE = 0
export const FREEP = 16
export const AREA = 24
export const AREA_END = 32
export const FIRST_AREA = 40

/** Memory that sbrk gave in one piece: blocks lie side by side in [blocks, end). */
export interface Area {
  readonly start: Address
  /** The first block: behind the area's own record where it has one. */
  readonly blocks: Address
  readonly end: Address
}

/** All areas by address, as a debugger reads them. Areas that cannot be (and those before them) are left out. */
export function readAreas(process: Process): Area[] {
  const { memory, staticStart } = process
  const first = memory.peek64(staticStart + FIRST_AREA)
  const areas: Area[] = []
  let start = memory.peek64(staticStart + AREA)
  let end = memory.peek64(staticStart + AREA_END)
  let limit = process.programBreak
  while (start >= process.brkStart && start < end && end <= limit && start % UNIT === 0) {
    areas.unshift({ start, blocks: start === first ? start : start + UNIT, end })
    if (start === first) break
    limit = start
    end = memory.peek64(start + SIZE)
    start = memory.peek64(start)
  }
  return areas
}
