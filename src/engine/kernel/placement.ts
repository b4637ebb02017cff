import { type Address, alignDown, alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import { ENOMEM } from './errno.ts'
import { STACK_GUARD_GAP } from './layout.ts'
import { STACK_NAME } from './regions.ts'
import type { AddressSpace } from './space.ts'

/** A page of the second level: mappings of a multiple of it are aligned to it, so that it can back them whole. */
const HUGE_PAGE: Bytes = 2 ** 21

/**
 * Where a mapping of `length` bytes (whole pages) goes when the caller leaves it open: the hint if it is free,
 * else the upper end of the highest hole below the top of the mmap area (get_unmapped_area, top-down).
 * The address, or -ENOMEM.
 */
export function findPlace(space: AddressSpace, hint: Address, length: Bytes): Address {
  const { layout } = space
  if (length > layout.limit) return -ENOMEM
  if (hint !== 0 && hintIsFree(space, hint, length)) return hint
  if (hint === 0 && length % HUGE_PAGE === 0) {
    const aligned = alignedPlace(space, length)
    if (aligned >= 0) return aligned
  }
  const top = highestHole(space, length)
  return top < 0 ? -ENOMEM : top - length
}

function hintIsFree(space: AddressSpace, hint: Address, length: Bytes): boolean {
  if (hint + length > space.layout.limit) return false
  const next = space.regions.findFrom(hint)
  if (next === null) return true
  return hint + length <= next.start - (next.name === STACK_NAME ? STACK_GUARD_GAP : 0)
}

/**
 * Linux 6.7 and later for multiples of 2 MiB (__thp_get_unmapped_area): room for 2 MiB more is looked for,
 * from its bottom the next boundary is taken, and the second one if the bottom lies on a boundary itself.
 */
function alignedPlace(space: AddressSpace, length: Bytes): Address {
  const top = highestHole(space, length + HUGE_PAGE)
  if (top < 0) return -1
  const bottom = top - length - HUGE_PAGE
  const aligned = alignUp(bottom, HUGE_PAGE)
  return aligned === bottom ? bottom + HUGE_PAGE : aligned
}

function highestHole(space: AddressSpace, length: Bytes): Address {
  const { layout, regions } = space
  return regions.highestHole(length, Math.max(layout.lowest, PAGE_SIZE), layout.mmapTop)
}

/** A hint as mmap understands it: a whole page, and not below the lowest address that may be mapped. */
export function roundHint(space: AddressSpace, hint: Address): Address {
  const page = alignDown(hint, PAGE_SIZE)
  return page === 0 ? 0 : Math.max(page, space.layout.lowest)
}
