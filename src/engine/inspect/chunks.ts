import { type ChunkState, FREE, type HeapView, META, TOP } from '../allocators/allocator.ts'
import type { Stretch } from '../map-levels.ts'
import type { Address, Bytes } from '../units.ts'
import { StretchTally } from './stretches.ts'

/** A chunk as a walk finds it. */
export interface FoundChunk {
  readonly chunk: Address
  readonly size: Bytes
  readonly state: ChunkState
  readonly payload: Address
  readonly usable: Bytes
}

/** The result of one walk over the whole heap: where it lies, how many chunks it has, and those in a window. */
export interface WalkedHeap {
  readonly from: Address
  readonly to: Address
  /** The first chunk that is not the allocator's own; `from` if there is none. */
  readonly firstChunk: Address
  readonly count: number
  /** Bytes of all free chunks, the top chunk among them, and of the largest of them. */
  readonly free: Bytes
  readonly largestFree: Bytes
  /** Its parts, by address. */
  readonly stretches: readonly Stretch[]
  /** Chunks that touch the window, in address order; at most the limit. */
  readonly window: readonly FoundChunk[]
  readonly truncated: boolean
  /** Why the walk ended early; null if it reached the end. */
  readonly problem: string | null
}

/** Adds up what is free, chunk by chunk. */
export class FreeTally {
  /** Bytes of all free chunks, the top chunk among them. */
  free: Bytes = 0
  largestFree: Bytes = 0

  add(state: number, size: Bytes): void {
    if (state !== FREE && state !== TOP) return
    this.free += size
    if (size > this.largestFree) this.largestFree = size
  }
}

/** What a walk over a whole heap finds, but for the chunks themselves. */
export type HeapSummary = Omit<WalkedHeap, 'window' | 'truncated'>

/** Sums a heap up, chunk by chunk. */
export class HeapTally {
  private first = Number.POSITIVE_INFINITY
  private firstChunk = Number.POSITIVE_INFINITY
  private last = 0
  private count = 0
  private readonly free = new FreeTally()
  private readonly stretches = new StretchTally()

  add(chunk: Address, size: Bytes, state: ChunkState): void {
    this.count++
    this.free.add(state, size)
    this.stretches.add(chunk, size)
    if (chunk < this.first) this.first = chunk
    if (state !== META && chunk < this.firstChunk) this.firstChunk = chunk
    if (chunk + size > this.last) this.last = chunk + size
  }

  /** The sum. `problem`: why the walk ended early. */
  summary(problem: { readonly reason: string } | null): HeapSummary {
    const { first, firstChunk, last, count, free, stretches } = this
    return {
      from: count === 0 ? 0 : first,
      to: last,
      firstChunk: Number.isFinite(firstChunk) ? firstChunk : count === 0 ? 0 : first,
      count,
      free: free.free,
      largestFree: free.largestFree,
      stretches: stretches.stretches,
      problem: problem === null ? null : problem.reason,
    }
  }
}

/**
 * Walks the heap once. The window is [from, to); an empty one (from >= to) stands for everything.
 * Costs the number of chunks; reads by peek only, so nothing changes.
 */
export function walkHeap(allocator: HeapView, from: Address, to: Address, limit: number): WalkedHeap {
  const all = from >= to
  const window: FoundChunk[] = []
  const tally = new HeapTally()
  let truncated = false
  const problem = allocator.walk((chunk, size, state, payload, usable) => {
    tally.add(chunk, size, state)
    if (all || (chunk < to && chunk + size > from)) {
      if (window.length < limit) window.push({ chunk, size, state, payload, usable })
      else truncated = true
    }
    return true
  })
  return { ...tally.summary(problem), window, truncated }
}

/** The chunk that holds `address`, or null. */
export function chunkAt(allocator: HeapView, address: Address): FoundChunk | null {
  let found: FoundChunk | null = null
  allocator.walk((chunk, size, state, payload, usable) => {
    if (address < chunk || address >= chunk + size) return true
    found = { chunk, size, state, payload, usable }
    return false
  })
  return found
}
