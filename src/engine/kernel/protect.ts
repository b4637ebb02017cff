import { PROT_EXEC, PROT_READ, PROT_WRITE } from '../memory/index.ts'
import { type Address, alignUp, type Bytes, PAGE_SIZE } from '../units.ts'
import { EINVAL, ENOMEM } from './errno.ts'
import { MADV_DONTNEED, MADV_FREE, MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_WILLNEED } from './flags.ts'
import { isData, type Region } from './regions.ts'
import { type AddressSpace, mayExpand } from './space.ts'

/** mprotect(2): 0, or minus an error number. Regions before the first obstacle are changed, as in Linux. */
export function protectMemory(space: AddressSpace, address: Address, length: Bytes, prot: number): number {
  if (address % PAGE_SIZE !== 0) return -EINVAL
  if (length === 0) return 0
  if (!(address >= 0 && length > 0 && length <= space.layout.limit)) return -ENOMEM
  if ((prot & ~(PROT_READ | PROT_WRITE | PROT_EXEC)) !== 0) return -EINVAL
  const end = address + alignUp(length, PAGE_SIZE)
  for (let at = address; at < end; ) {
    const region = space.regions.find(at)
    if (region === null) return -ENOMEM
    const to = Math.min(end, region.end)
    const problem = protectPart(space, region, at, to, prot)
    if (problem !== 0) return problem
    at = to
  }
  return 0
}

function protectPart(space: AddressSpace, region: Region, from: Address, to: Address, prot: number): number {
  if (region.prot === prot) return 0
  const { regions, memory, limits } = space
  const size = to - from
  if ((prot & PROT_WRITE) !== 0) {
    // Linux asks for the whole length once as data and once as it was, so RLIMIT_AS alone never refuses.
    const wasData = isData(region.prot, region.name)
    if (!mayExpand(space, size, isData(prot, region.name)) && mayExpand(space, size, wasData)) return -ENOMEM
    if ((region.prot & PROT_WRITE) === 0 && size > limits.machineMemory) return -ENOMEM
  }
  if (size < region.end - region.start && regions.count >= limits.maps) return -ENOMEM
  regions.protect(from, to, prot)
  memory.protectionChanged(from, to)
  return 0
}

/** madvise(2): 0, or minus an error number. A hole is ENOMEM after the rest has been done. */
export function adviseMemory(space: AddressSpace, address: Address, length: Bytes, advice: number): number {
  if (!isAdvice(advice) || address % PAGE_SIZE !== 0) return -EINVAL
  if (!(address >= 0 && length >= 0 && length <= Number.MAX_SAFE_INTEGER - address)) return -EINVAL
  const end = address + alignUp(length, PAGE_SIZE)
  let at = address
  let hole = false
  for (const region of space.regions.overlapping(address, end)) {
    if (region.start > at) hole = true
    at = Math.min(end, region.end)
    // MADV_FREE lets the kernel take pages when memory is short. Here it never is, so they stay.
    if (advice === MADV_FREE && region.name !== '') return -EINVAL
    if (advice === MADV_DONTNEED) space.memory.discard(Math.max(address, region.start), at)
  }
  return hole || at < end ? -ENOMEM : 0
}

function isAdvice(advice: number): boolean {
  const early = advice >= 0 && advice <= MADV_WILLNEED
  return (
    early ||
    advice === MADV_DONTNEED ||
    advice === MADV_FREE ||
    advice === MADV_HUGEPAGE ||
    advice === MADV_NOHUGEPAGE
  )
}
