import type { Anatomy } from '../allocators/index.ts'
import { PARTS, type PartName } from '../parts.ts'
import type { Bytes } from '../units.ts'
import type { MetricsAt } from './views.ts'

/** Bytes of each part. */
export type PartBytes = Readonly<Record<PartName, Bytes>>

/**
 * Takes the heap apart into the bytes of each part, from the recorded figures. They add up to `footprint` whatever the
 * figures are: in a heap that a program has damaged, blocks may claim more bytes than there are, and then the later
 * parts get what is left. What nothing accounts for is `other`.
 */
export function dissect(metrics: MetricsAt, anatomy: Anatomy | undefined): PartBytes {
  const { live, tags, rounding, top } = metrics
  // Of a heap whose chunks nobody knows, all but the blocks is somebody's own affair.
  const remainder = anatomy?.knowsBlocks === true ? metrics.chunkBytes - live - tags - rounding : 0
  const claims: Omit<PartBytes, 'other'> = {
    requested: live,
    tags,
    rounding,
    remainder,
    holes: anatomy === undefined ? 0 : metrics.free - top,
    top,
  }
  let left = metrics.footprint
  const parts = {} as Record<PartName, Bytes>
  for (const part of PARTS) {
    parts[part] = part === 'other' ? left : Math.max(0, Math.min(left, claims[part]))
    left -= parts[part]
  }
  return parts
}
