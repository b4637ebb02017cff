import type { Address, Bytes } from '../../units.ts'
import type { Position } from '../scenario.ts'
import type { MetricsAt } from '../views.ts'

/** Two moments to compare: what changed from the first to the second, whichever of them is the earlier one. */
export interface DifferenceRequest {
  readonly from: Position
  readonly to: Position
  /** Most changes to tell of each group; all are counted. */
  readonly limit: number
  /** Bytes that are wanted as they are at the first moment: at most 512. */
  readonly bytes?: { readonly from: Address; readonly length: Bytes }
}

/** What a chunk is at one of the moments. */
export interface ChunkSide {
  readonly size: Bytes
  /** USED, FREE, TOP, MAPPED, META of allocators/allocator.ts. */
  readonly state: number
  readonly payload: Address
  readonly usable: Bytes
  /** Bytes asked for by the owner of the block in it; -1 if no live block begins there. */
  readonly requested: Bytes
  /** What that block is called; '' where there is none. */
  readonly name: string
}

/**
 * How a chunk is another one, the first of these that holds: it begins where none began, or is gone; it was in use and
 * is free now, or the like; its size (or what of it may be used); the block in it; some of the block's bytes.
 */
export const CHUNK_CHANGES = ['appeared', 'vanished', 'state', 'size', 'block', 'bytes'] as const
export type ChunkChangeKind = (typeof CHUNK_CHANGES)[number]

/** A chunk that is not as it was. */
export interface ChunkChange {
  readonly kind: ChunkChangeKind
  readonly address: Address
  /** Null: no chunk begins there at that moment. */
  readonly before: ChunkSide | null
  readonly after: ChunkSide | null
  /** Bytes of the payload that differ, where the chunk is in use at both moments. */
  readonly bytes: Bytes
}

/** Changed chunks in address order, the first ones told. */
export interface ChunkChanges {
  readonly counts: Readonly<Record<ChunkChangeKind, number>>
  readonly total: number
  readonly told: readonly ChunkChange[]
  /** Chunks of the second moment that changed, for marks on the map; at most 20,000. */
  readonly marks: Float64Array
}

export type ListChangeKind = 'added' | 'removed' | 'moved'

/** A place in a free list: which list, and the place in it, from 0. */
export interface ListPlace {
  readonly list: number
  readonly place: number
}

/** A free chunk that came into the lists, left them, or stands somewhere else in the order of search. */
export interface ListChange {
  readonly kind: ListChangeKind
  readonly chunk: Address
  readonly size: Bytes
  readonly before: ListPlace | null
  readonly after: ListPlace | null
}

/** Changes of the free lists: what was taken out first, then the others in the order of search. */
export interface ListChanges {
  readonly names: readonly string[]
  /** Entries of all lists at the two moments. */
  readonly lengthBefore: number
  readonly lengthAfter: number
  readonly counts: Readonly<Record<ListChangeKind, number>>
  readonly total: number
  readonly told: readonly ListChange[]
}

/** A stretch of addresses whose mapping is another one; null where nothing is mapped. */
export interface RegionChange {
  readonly from: Address
  readonly to: Address
  readonly before: RegionSide | null
  readonly after: RegionSide | null
}

export interface RegionSide {
  readonly permissions: string
  readonly name: string
}

export interface RegionChanges {
  readonly breakBefore: Address
  readonly breakAfter: Address
  readonly total: number
  readonly told: readonly RegionChange[]
}

/** Blocks, and the bytes asked for. */
export interface BlockSum {
  readonly blocks: number
  readonly bytes: Bytes
}

/** What the operations between the two moments did, in the order of the run. */
export interface Between {
  /** A realloc that succeeds ends a block and begins one. */
  readonly allocated: BlockSum
  readonly freed: BlockSum
  readonly syscalls: number
}

/** What changed from one moment to another. Plain data. */
export interface Difference {
  /** The two moments, put right as `Moment.position` is. */
  readonly from: Position
  readonly to: Position
  readonly chunks: ChunkChanges
  readonly lists: ListChanges
  readonly regions: RegionChanges
  readonly metrics: { readonly before: MetricsAt; readonly after: MetricsAt }
  readonly between: Between
  /** The bytes that were asked for, as they are at the first moment; null if none were. */
  readonly bytes: { readonly from: Address; readonly before: Uint8Array } | null
  /** Why the heap or the lists could not be read to their end at one of the moments; null if they could. */
  readonly problem: string | null
}
