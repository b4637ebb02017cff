import { PROT_WRITE } from '../memory/index.ts'
import { type Address, alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import { EFAULT, EINVAL, ENOMEM } from './errno.ts'
import { MREMAP_FIXED, MREMAP_MAYMOVE } from './flags.ts'
import { findPlace } from './placement.ts'
import { isData, type Region, withEnds } from './regions.ts'
import { type AddressSpace, mayExpand, unmapRange } from './space.ts'

/** mremap(2) (mm/mremap.c): the address, or minus an error number. */
export function remapMemory(
  space: AddressSpace,
  address: Address,
  oldLength: Bytes,
  newLength: Bytes,
  flags: number,
  newAddress: Address,
): Address {
  const { limit } = space.layout
  if ((flags & ~(MREMAP_MAYMOVE | MREMAP_FIXED)) !== 0) return -EINVAL
  if ((flags & MREMAP_FIXED) !== 0 && (flags & MREMAP_MAYMOVE) === 0) return -EINVAL
  if (address % PAGE_SIZE !== 0 || newLength === 0) return -EINVAL
  if (!(newLength > 0 && newLength <= limit)) return -EINVAL
  const oldSize = alignUp(oldLength, PAGE_SIZE)
  const newSize = alignUp(newLength, PAGE_SIZE)
  const region = space.regions.find(address)
  if (region === null) return -EFAULT
  if ((flags & MREMAP_FIXED) !== 0) return moveTo(space, region, address, oldSize, newSize, newAddress)
  if (newSize <= oldSize) return shrink(space, address, oldSize, newSize)
  const problem = growthProblem(space, region, address, oldSize, newSize)
  if (problem !== 0) return problem
  if (growsInPlace(space, region, address + oldSize, address + newSize)) {
    space.regions.insert(withEnds(region, region.start, address + newSize))
    return address
  }
  if ((flags & MREMAP_MAYMOVE) === 0) return -ENOMEM
  const target = findPlace(space, 0, newSize)
  if (target < 0) return target
  return move(space, region, address, oldSize, newSize, target)
}

/** Unmaps the tail. Whether the old length was right is not asked, as in Linux. */
function shrink(space: AddressSpace, address: Address, oldSize: Bytes, newSize: Bytes): Address {
  if (newSize < oldSize) unmapRange(space, address + newSize, address + oldSize)
  return address
}

/** Why the mapping may not grow: minus an error number, or 0. */
function growthProblem(
  space: AddressSpace,
  region: Region,
  address: Address,
  oldSize: Bytes,
  newSize: Bytes,
): number {
  if (!(oldSize > 0)) return -EINVAL
  if (oldSize > region.end - address) return -EFAULT
  if (newSize <= oldSize) return 0
  if (!mayExpand(space, newSize - oldSize, isData(region.prot, region.name))) return -ENOMEM
  return (region.prot & PROT_WRITE) !== 0 && newSize > space.limits.machineMemory ? -ENOMEM : 0
}

function growsInPlace(space: AddressSpace, region: Region, oldEnd: Address, newEnd: Address): boolean {
  return region.end === oldEnd && newEnd <= space.layout.limit && space.regions.isFree(oldEnd, newEnd)
}

/** MREMAP_FIXED: whatever lies at the new place is unmapped first. */
function moveTo(
  space: AddressSpace,
  region: Region,
  address: Address,
  oldSize: Bytes,
  newSize: Bytes,
  target: Address,
): Address {
  if (target % PAGE_SIZE !== 0 || target < space.layout.lowest) return -EINVAL
  if (target > space.layout.limit - newSize) return -EINVAL
  if (address + oldSize > target && target + newSize > address) return -EINVAL
  const problem = growthProblem(space, region, address, oldSize, newSize)
  if (problem !== 0) return problem
  unmapRange(space, target, target + newSize)
  if (oldSize > newSize) unmapRange(space, address + newSize, address + oldSize)
  return move(space, region, address, Math.min(oldSize, newSize), newSize, target)
}

/** Moves the pages of [address, address + oldSize) to a free place. The region there remembers how far it came. */
function move(
  space: AddressSpace,
  region: Region,
  address: Address,
  oldSize: Bytes,
  newSize: Bytes,
  target: Address,
): Address {
  if (space.regions.count >= space.limits.maps - 3) return -ENOMEM
  const origin = region.origin + (target - address)
  space.regions.insert({ ...region, start: target, end: target + newSize, origin })
  space.memory.movePages(address, target, oldSize)
  space.regions.remove(address, address + oldSize)
  return target
}
