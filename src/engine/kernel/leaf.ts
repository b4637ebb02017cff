import type { Address, Bytes } from '../units.ts'
import type { Region } from './regions.ts'

/** Most regions a leaf holds: with 100,000 regions a search for a hole looks at some 500 leaves. */
const LEAF_SIZE = 256

/** A run of regions in address order, never empty, never changed. */
export interface Leaf {
  readonly regions: readonly Region[]
  /** Where its first region begins and its last one ends. */
  readonly start: Address
  readonly end: Address
  /** The widest gap between two of its regions. */
  readonly widestHole: Bytes
}

/** Leaves that hold `regions`, in order: one if they fit, else several that are half full. */
export function chunkInto(regions: readonly Region[]): Leaf[] {
  if (regions.length === 0) return []
  if (regions.length <= LEAF_SIZE) return [makeLeaf(regions)]
  const leaves: Leaf[] = []
  const size = LEAF_SIZE / 2
  const whole = Math.floor(regions.length / size)
  for (let i = 0; i < whole; i++) {
    leaves.push(makeLeaf(regions.slice(i * size, i === whole - 1 ? regions.length : (i + 1) * size)))
  }
  return leaves
}

function makeLeaf(regions: readonly Region[]): Leaf {
  let widestHole = 0
  for (let i = 1; i < regions.length; i++) {
    widestHole = Math.max(widestHole, regions[i]!.start - regions[i - 1]!.end)
  }
  return { regions, start: regions[0]!.start, end: regions[regions.length - 1]!.end, widestHole }
}
