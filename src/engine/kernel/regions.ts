import { PROT_WRITE, UNMAPPED } from '../memory/index.ts'
import type { Address, Bytes } from '../units.ts'
import { chunkInto, type Leaf } from './leaf.ts'

/** A mapped range with one set of permissions: a line of /proc/self/maps. Immutable. */
export interface Region {
  readonly start: Address
  readonly end: Address
  /** PROT_ bits. */
  readonly prot: number
  /** The path of a file, a label in brackets, or '' for anonymous memory. */
  readonly name: string
  /**
   * The address at which the mapped object's first byte would lie: `start` minus the offset in the file.
   * 0 for anonymous memory, or the distance by which mremap has moved it: Linux keeps such a region apart
   * from neighbours that have been moved otherwise (vm_pgoff).
   */
  readonly origin: Address
}

/** All regions at one moment; immutable. */
export interface RegionsSnapshot {
  readonly leaves: readonly Leaf[]
  readonly count: number
  readonly mappedBytes: Bytes
  readonly dataBytes: Bytes
}

/** The same kind of region from `start` to `end`. */
export function withEnds({ prot, name, origin }: Region, start: Address, end: Address): Region {
  return { start, end, prot, name, origin }
}

export const STACK_NAME = '[stack]'

/** Whether RLIMIT_DATA and VmData count the region: private, writable, not the stack (Linux's is_data_mapping). */
export function isData(prot: number, name: string): boolean {
  return (prot & PROT_WRITE) !== 0 && name !== STACK_NAME
}

/**
 * The regions of an address space, sorted, never overlapping. They lie in leaves of bounded size that are
 * replaced, not changed: an edit costs one leaf, a snapshot shares them all, and a search for a hole skips
 * leaves without one that is wide enough.
 */
export class Regions {
  /** How many regions there are. */
  count = 0
  /** VmSize: bytes of all regions. */
  mappedBytes: Bytes = 0
  /** VmData: bytes of those that isData counts. */
  dataBytes: Bytes = 0

  private leaves: Leaf[] = []
  /** `leaves` belongs to a snapshot too and must be copied before it changes. */
  private shared = false
  /** The region found last. Most look-ups ask for it again. */
  private last: Region | null = null

  /** PROT_ bits of the region that holds `address`, or UNMAPPED. */
  protectionAt(address: Address): number {
    const region = this.find(address)
    return region === null ? UNMAPPED : region.prot
  }

  /** The region that holds `address`. */
  find(address: Address): Region | null {
    const last = this.last
    if (last !== null && address >= last.start && address < last.end) return last
    const leaf = this.leaves[this.leafAt(address)]
    if (leaf === undefined) return null
    const region = leaf.regions[indexAt(leaf.regions, address)]
    if (region === undefined || address >= region.end) return null
    this.last = region
    return region
  }

  /** The lowest region that ends above `address`. */
  findFrom(address: Address): Region | null {
    const at = this.leafAt(address)
    for (let l = Math.max(0, at); l < this.leaves.length; l++) {
      const { regions } = this.leaves[l]!
      for (let i = Math.max(0, indexAt(regions, address)); i < regions.length; i++) {
        if (regions[i]!.end > address) return regions[i]!
      }
    }
    return null
  }

  /** Whether nothing is mapped in [from, to). */
  isFree(from: Address, to: Address): boolean {
    const region = this.findFrom(from)
    return region === null || region.start >= to
  }

  /** The regions that meet [from, to), in address order, whole. */
  overlapping(from: Address, to: Address): Region[] {
    const found: Region[] = []
    for (let region = this.findFrom(from); region !== null && region.start < to; ) {
      found.push(region)
      region = this.findFrom(region.end)
    }
    return found
  }

  /** Calls `visit` for every region in address order. */
  forEach(visit: (region: Region) => void): void {
    for (const leaf of this.leaves) for (const region of leaf.regions) visit(region)
  }

  /** The end of the highest hole of [low, high) with room for `length` bytes, or -1. */
  highestHole(length: Bytes, low: Address, high: Address): Address {
    let ceiling = high
    for (let l = this.leafAt(high); l >= 0; l--) {
      const leaf = this.leaves[l]!
      if (ceiling - Math.max(leaf.end, low) >= length) return ceiling
      if (leaf.widestHole >= length || leaf.end > high) {
        for (let i = leaf.regions.length - 1; i >= 0; i--) {
          const region = leaf.regions[i]!
          if (ceiling - Math.max(region.end, low) >= length) return ceiling
          ceiling = Math.min(ceiling, region.start)
        }
      }
      ceiling = Math.min(ceiling, leaf.start)
      if (ceiling - low < length) return -1
    }
    return ceiling - low >= length ? ceiling : -1
  }

  /** Maps a region in place of whatever lies there. Joins it to neighbours of its kind. */
  insert(region: Region): void {
    this.edit(region.start, region.end, [region])
  }

  /** Unmaps [from, to), cutting regions at its ends. */
  remove(from: Address, to: Address): void {
    this.edit(from, to, [])
  }

  /** Gives what is mapped in [from, to) other permissions. */
  protect(from: Address, to: Address, prot: number): void {
    const pieces = this.overlapping(from, to).map(({ start, end, name, origin }) => {
      return { start: Math.max(start, from), end: Math.min(end, to), prot, name, origin }
    })
    this.edit(from, to, pieces)
  }

  snapshot(): RegionsSnapshot {
    this.shared = true
    const { leaves, count, mappedBytes, dataBytes } = this
    return { leaves, count, mappedBytes, dataBytes }
  }

  restore(snapshot: RegionsSnapshot): void {
    this.leaves = snapshot.leaves as Leaf[]
    this.shared = true
    this.last = null
    this.count = snapshot.count
    this.mappedBytes = snapshot.mappedBytes
    this.dataBytes = snapshot.dataBytes
  }

  /** Puts `pieces` (sorted, within [from, to)) in place of all that is mapped in [from, to). */
  private edit(from: Address, to: Address, pieces: readonly Region[]): void {
    // The neighbours that touch the range may join it, so they and their leaves take part.
    const first = Math.max(0, this.leafAt(from - 1))
    const end = Math.min(this.leaves.length, Math.max(first, this.leafAt(to)) + 1)
    const old = this.regionsOf(first, end)
    const below = indexAt(old, from - 1)
    const i = below >= 0 && old[below]!.end >= from ? below : below + 1
    const j = indexAt(old, to) + 1
    const middle = this.replace(old.slice(i, j), from, to, pieces)
    this.count += middle.length - (j - i)
    this.replaceLeaves(first, end, old.slice(0, i).concat(middle, old.slice(j)))
    this.last = null
  }

  /** `touched` with `pieces` in place of what it has in [from, to), neighbours joined. */
  private replace(
    touched: readonly Region[],
    from: Address,
    to: Address,
    pieces: readonly Region[],
  ): Region[] {
    const joined: Region[] = []
    for (const region of touched) {
      if (region.start < from)
        push(joined, region.end <= from ? region : withEnds(region, region.start, from))
      this.account(region, Math.max(from, region.start), Math.min(to, region.end), -1)
    }
    for (const region of pieces) {
      push(joined, region)
      this.account(region, region.start, region.end, 1)
    }
    for (const region of touched) {
      if (region.end > to) push(joined, region.start >= to ? region : withEnds(region, to, region.end))
    }
    return joined
  }

  private regionsOf(first: number, end: number): readonly Region[] {
    const leaf = this.leaves[first]
    if (leaf === undefined || end - first === 1) return leaf?.regions ?? []
    return this.leaves.slice(first, end).flatMap(({ regions }) => regions)
  }

  /** Puts leaves of `regions` in place of the leaves [first, end). Few regions join those of a neighbour. */
  private replaceLeaves(first: number, end: number, regions: Region[]): void {
    if (this.shared) this.leaves = this.leaves.slice()
    this.shared = false
    if (regions.length < SMALL_LEAF && this.leaves.length > end - first) {
      if (first > 0) regions = this.regionsOf(--first, first + 1).concat(regions)
      else regions = regions.concat(this.regionsOf(end, ++end))
    }
    const leaves = chunkInto(regions)
    if (leaves.length === 1 && end - first === 1) this.leaves[first] = leaves[0]!
    else this.leaves.splice(first, end - first, ...leaves)
  }

  private account(region: Region, from: Address, to: Address, sign: 1 | -1): void {
    if (to <= from) return
    this.mappedBytes += sign * (to - from)
    if (isData(region.prot, region.name)) this.dataBytes += sign * (to - from)
  }

  /** Index of the last leaf that begins at or below `address`, or -1. */
  private leafAt(address: Address): number {
    let low = 0
    let high = this.leaves.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.leaves[middle]!.start <= address) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** An edit that leaves fewer regions than this in a leaf joins it to a neighbour. */
const SMALL_LEAF = 16

/** Index of the last region that begins at or below `address`, or -1. */
function indexAt(regions: readonly Region[], address: Address): number {
  let low = 0
  let high = regions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (regions[middle]!.start <= address) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Appends a region, joining it to the one before where Linux would make them one. */
function push(regions: Region[], region: Region): void {
  const before = regions[regions.length - 1]
  if (before !== undefined && mergeable(before, region)) {
    regions[regions.length - 1] = withEnds(before, before.start, region.end)
  } else {
    regions.push(region)
  }
}

function mergeable(a: Region, b: Region): boolean {
  return a.end === b.start && a.prot === b.prot && a.name === '' && b.name === '' && a.origin === b.origin
}
