import type { Memory } from '../memory/index.ts'
import { type Address, type Bytes, PAGE_SIZE } from '../units.ts'
import type { Layout } from './layout.ts'
import { STACK_GUARD_GAP } from './layout.ts'
import type { Limits } from './limits.ts'
import { Regions, STACK_NAME, withEnds } from './regions.ts'

/** What the memory system calls work on: the regions of one process, its break, its limits, its bytes. */
export interface AddressSpace {
  readonly layout: Layout
  readonly limits: Limits
  readonly regions: Regions
  readonly memory: Memory
  /** The program break now, to the byte. */
  programBreak: Address
}

/** The regions that the layout begins with. */
export function initialRegions(layout: Layout): Regions {
  const regions = new Regions()
  for (const region of layout.regions) regions.insert(region)
  return regions
}

/** Unmaps [from, to); its pages lose their bytes. */
export function unmapRange(space: AddressSpace, from: Address, to: Address): void {
  if (space.regions.isFree(from, to)) return
  space.regions.remove(from, to)
  space.memory.discard(from, to)
}

/** Whether `length` more bytes of mappings (of data, if `data`) are within RLIMIT_AS and RLIMIT_DATA (may_expand_vm). */
export function mayExpand(space: AddressSpace, length: Bytes, data: boolean): boolean {
  const { regions, limits } = space
  if (regions.mappedBytes + length > limits.mapped) return false
  return !data || regions.dataBytes + length <= limits.data
}

/**
 * An access below the stack extends it down to that page, within RLIMIT_STACK and with the guard gap left
 * below (expand_downwards in mm/vma.c). False when the address is not the stack's to take.
 */
export function growStack(space: AddressSpace, address: Address): boolean {
  const { regions, layout } = space
  if (address < layout.stackFloor || address >= layout.limit) return false
  const above = regions.findFrom(address)
  if (above === null || above.name !== STACK_NAME || above.start <= address) return false
  const start = address - (address % PAGE_SIZE)
  if (!regions.isFree(start - STACK_GUARD_GAP, above.start)) return false
  if (!mayExpand(space, above.start - start, false)) return false
  regions.insert(withEnds(above, start, above.end))
  return true
}
