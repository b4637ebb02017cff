import type { ChunkState, HeapView } from '../allocators/allocator.ts'
import type { Address } from '../units.ts'
import { chunkAt, type FoundChunk, type WalkedHeap, walkHeap } from './chunks.ts'

/** Heaps of fewer chunks are walked each time: that takes less than a millisecond. */
const MANY = 5_000

/**
 * The walks of one heap over which somebody moves. A large heap that is looked at once more in the same state, as when
 * the map is scrolled, is kept in columns: from then on a window costs its own chunks, and not those of the whole heap.
 */
export class HeapWalks {
  private state = ''
  private first: WalkedHeap | null = null
  private kept: KeptHeap | null = null

  constructor(private readonly allocator: HeapView) {}

  /** As `walkHeap`. `state` names what the memory holds now: the same name, the same bytes. */
  walk(state: string, from: Address, to: Address, limit: number): WalkedHeap {
    if (state !== this.state) {
      this.kept = null
      this.first = null
      this.state = state
    }
    if (this.first !== null && this.kept === null && this.first.count >= MANY) {
      this.kept = keep(this.allocator, this.first)
    }
    if (this.kept !== null) return this.kept.walk(from, to, limit)
    const walked = walkHeap(this.allocator, from, to, limit)
    this.first ??= walked
    return walked
  }

  /** The chunk that holds `address` in the state walked last, or null. */
  chunkAt(address: Address): FoundChunk | null {
    return this.kept === null ? chunkAt(this.allocator, address) : this.kept.chunkAt(address)
  }
}

/** Every chunk of a walk; null if they are not in order of address, as they may be in a damaged heap. */
function keep(allocator: HeapView, summary: WalkedHeap): KeptHeap | null {
  const { count } = summary
  const chunk = new Float64Array(count)
  const size = new Float64Array(count)
  const state = new Uint8Array(count)
  const payload = new Float64Array(count)
  const usable = new Float64Array(count)
  let i = 0
  let end = 0
  let ordered = true
  allocator.walk((at, bytes, what, pays, uses) => {
    chunk[i] = at
    size[i] = bytes
    state[i] = what
    payload[i] = pays
    usable[i] = uses
    ordered &&= at >= end
    end = at + bytes
    i++
    return ordered
  })
  return ordered && i === count ? new KeptHeap(summary, { chunk, size, state, payload, usable }) : null
}

class KeptHeap {
  constructor(
    private readonly summary: WalkedHeap,
    private readonly columns: {
      readonly chunk: Float64Array
      readonly size: Float64Array
      readonly state: Uint8Array
      readonly payload: Float64Array
      readonly usable: Float64Array
    },
  ) {}

  walk(from: Address, to: Address, limit: number): WalkedHeap {
    const { chunk } = this.columns
    const all = from >= to
    const begin = all ? 0 : this.firstEndingBehind(from)
    const window: FoundChunk[] = []
    let i = begin
    for (; i < chunk.length && (all || chunk[i]! < to) && window.length < limit; i++) window.push(this.at(i))
    return { ...this.summary, window, truncated: i < chunk.length && (all || chunk[i]! < to) }
  }

  chunkAt(address: Address): FoundChunk | null {
    const i = this.firstEndingBehind(address)
    return i < this.columns.chunk.length && this.columns.chunk[i]! <= address ? this.at(i) : null
  }

  /** Index of the first chunk of which some byte lies at or behind `address`; the number of chunks if there is none. */
  private firstEndingBehind(address: Address): number {
    const { chunk, size } = this.columns
    let low = 0
    let high = chunk.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (chunk[middle]! + size[middle]! > address) high = middle
      else low = middle + 1
    }
    return low
  }

  private at(i: number): FoundChunk {
    const { chunk, size, state, payload, usable } = this.columns
    return {
      chunk: chunk[i]!,
      size: size[i]!,
      state: state[i] as ChunkState,
      payload: payload[i]!,
      usable: usable[i]!,
    }
  }
}
