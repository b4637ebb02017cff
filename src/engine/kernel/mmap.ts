import { PROT_WRITE } from '../memory/index.ts'
import { type Address, alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import { EBADF, EEXIST, EINVAL, ENOMEM, EPERM } from './errno.ts'
import { MAP_ANONYMOUS, MAP_FIXED, MAP_FIXED_NOREPLACE, MAP_NORESERVE, MAP_PRIVATE } from './flags.ts'
import { findPlace, roundHint } from './placement.ts'
import { type AddressSpace, mayExpand, unmapRange } from './space.ts'

/** mmap(2) of private anonymous memory (do_mmap): the address, or minus an error number. */
export function mapMemory(
  space: AddressSpace,
  hint: Address,
  length: Bytes,
  prot: number,
  flags: number,
): Address {
  if ((flags & MAP_ANONYMOUS) === 0) return -EBADF
  if (length === 0) return -EINVAL
  // A negative number is a length of 2^63 and more.
  if (length < 0 || length > space.layout.limit) return -ENOMEM
  const size = alignUp(length, PAGE_SIZE)
  if (space.regions.count > space.limits.maps) return -ENOMEM
  const fixed = (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) !== 0
  const address = fixed ? fixedPlace(space, hint, size) : findPlace(space, roundHint(space, hint), size)
  if (address < 0) return address
  const end = address + size
  if ((flags & MAP_FIXED_NOREPLACE) !== 0 && !space.regions.isFree(address, end)) return -EEXIST
  if ((flags & MAP_PRIVATE) === 0) return -EINVAL
  return place(space, address, end, prot, flags)
}

function fixedPlace(space: AddressSpace, address: Address, size: Bytes): Address {
  if (address < 0 || address > space.layout.limit - size) return -ENOMEM
  if (address % PAGE_SIZE !== 0) return -EINVAL
  return address < space.layout.lowest ? -EPERM : address
}

function place(space: AddressSpace, address: Address, end: Address, prot: number, flags: number): Address {
  const { regions, limits } = space
  const size = end - address
  const data = (prot & PROT_WRITE) !== 0
  if (!mayExpand(space, size, data) && !mayExpand(space, size - mappedIn(space, address, end), data))
    return -ENOMEM
  if (data && (flags & MAP_NORESERVE) === 0 && size > limits.machineMemory) return -ENOMEM
  unmapRange(space, address, end)
  regions.insert({ start: address, end, prot: prot & 7, name: '', origin: 0 })
  return address
}

/** Bytes mapped in [from, to): what MAP_FIXED replaces does not count against a limit. */
function mappedIn(space: AddressSpace, from: Address, to: Address): Bytes {
  let bytes = 0
  for (const region of space.regions.overlapping(from, to)) {
    bytes += Math.min(to, region.end) - Math.max(from, region.start)
  }
  return bytes
}

/** munmap(2): 0, or -EINVAL. Holes in the range are no error. */
export function unmapMemory(space: AddressSpace, address: Address, length: Bytes): number {
  const { limit } = space.layout
  if (address % PAGE_SIZE !== 0 || !(address >= 0 && address <= limit)) return -EINVAL
  if (!(length > 0 && length <= limit - address)) return -EINVAL
  const end = address + alignUp(length, PAGE_SIZE)
  if (cutsInTwo(space, address, end) && space.regions.count >= space.limits.maps) return -ENOMEM
  unmapRange(space, address, end)
  return 0
}

/** Whether unmapping [from, to) leaves one region more than there was. */
function cutsInTwo(space: AddressSpace, from: Address, to: Address): boolean {
  const region = space.regions.find(from)
  return region !== null && region.start < from && region.end > to
}
