import { PROT_READ, PROT_WRITE } from '../memory/index.ts'
import { type Address, alignUp, PAGE_SIZE } from '../units.ts'
import { STACK_GUARD_GAP } from './layout.ts'
import { STACK_NAME } from './regions.ts'
import { type AddressSpace, mayExpand, unmapRange } from './space.ts'

/** brk(2) as the kernel does it (mm/mmap.c): the new break, or the old one when it refuses. */
export function setBreak(space: AddressSpace, address: Address): Address {
  const { programBreak, layout } = space
  if (!(address >= layout.brkStart)) return programBreak
  const oldEnd = alignUp(programBreak, PAGE_SIZE)
  const newEnd = alignUp(address, PAGE_SIZE)
  if (newEnd > oldEnd && !growHeap(space, oldEnd, newEnd)) return programBreak
  if (newEnd < oldEnd && !shrinkHeap(space, newEnd, oldEnd)) return programBreak
  space.programBreak = address
  return address
}

function growHeap(space: AddressSpace, oldEnd: Address, newEnd: Address): boolean {
  const { regions, limits, layout } = space
  if (newEnd > layout.limit) return false
  // One free page must remain before the next mapping, and more before the stack.
  const next = regions.findFrom(oldEnd)
  const room = next !== null && next.name === STACK_NAME ? STACK_GUARD_GAP : 0
  if (next !== null && newEnd + PAGE_SIZE > next.start - room) return false
  const length = newEnd - oldEnd
  if (length > limits.machineMemory || regions.count > limits.maps) return false
  if (!mayExpand(space, length, true)) return false
  regions.insert({ start: oldEnd, end: newEnd, prot: PROT_READ | PROT_WRITE, name: '', origin: 0 })
  return true
}

/** Refuses when nothing of the range is mapped any more. */
function shrinkHeap(space: AddressSpace, newEnd: Address, oldEnd: Address): boolean {
  if (space.regions.isFree(newEnd, oldEnd)) return false
  unmapRange(space, newEnd, oldEnd)
  return true
}
