import type { ChunkState, ChunkVisitor, HeapView } from '../allocators/allocator.ts'
import type { Address } from '../units.ts'
import { chunkAt, type FoundChunk, type HeapSummary, HeapTally, type WalkedHeap, walkHeap } from './chunks.ts'

/** Heaps of fewer chunks are walked each time: that takes less than a millisecond. */
const MANY = 5_000
/** Chunks that there is room for at first. */
const ROOM = 1 << 12

/**
 * The walks of one heap over which somebody moves. A large heap that is looked at once more in the same state, as when
 * the map is scrolled, is kept in columns: from then on a window costs its own chunks, and not those of the whole heap.
 */
export class HeapWalks {
  private state = ''
  private first: WalkedHeap | null = null
  private kept: KeptHeap | null = null
  /** Filled anew in each state, so that stepping through a large heap allocates nothing. */
  private columns = new Columns(ROOM)
  /** Whether the chunks of this state are in no order, as they may be in a damaged heap, and cannot be kept. */
  private disordered = false

  constructor(private readonly allocator: HeapView) {}

  /** As `walkHeap`. `state` names what the memory holds now: the same name, the same bytes. */
  walk(state: string, from: Address, to: Address, limit: number): WalkedHeap {
    this.enter(state)
    if (this.first !== null && this.first.count >= MANY) this.keep()
    if (this.kept !== null) return this.kept.walk(from, to, limit)
    const walked = walkHeap(this.allocator, from, to, limit)
    this.first ??= walked
    return walked
  }

  /** The heap summed up. Keeps it, for somebody who will look at every chunk. */
  summary(state: string): HeapSummary {
    this.enter(state)
    this.keep()
    return this.kept?.summary ?? walkHeap(this.allocator, 0, 0, 0)
  }

  /** Visits the chunks of the state entered last that touch [from, to). */
  each(from: Address, to: Address, visit: ChunkVisitor): void {
    if (this.kept !== null) {
      this.kept.each(from, to, visit)
      return
    }
    this.allocator.walk((chunk, size, state, payload, usable) =>
      chunk < to && chunk + size > from ? visit(chunk, size, state, payload, usable) : true,
    )
  }

  /** The chunk that holds `address` in the state walked last, or null. */
  chunkAt(address: Address): FoundChunk | null {
    return this.kept === null ? chunkAt(this.allocator, address) : this.kept.chunkAt(address)
  }

  private enter(state: string): void {
    if (state === this.state) return
    this.kept = null
    this.first = null
    this.disordered = false
    this.state = state
  }

  private keep(): void {
    if (this.kept !== null || this.disordered) return
    const tally = new HeapTally()
    const { columns } = this
    columns.length = 0
    let end = 0
    let ordered = true
    const problem = this.allocator.walk((chunk, size, state, payload, usable) => {
      ordered &&= chunk >= end
      end = chunk + size
      tally.add(chunk, size, state)
      columns.add(chunk, size, state, payload, usable)
      return ordered
    })
    if (ordered) this.kept = new KeptHeap(tally.summary(problem), columns)
    else this.disordered = true
  }
}

/** Chunks in columns, of which the first `length` are in use. */
class Columns {
  length = 0
  chunk: Float64Array
  size: Float64Array
  state: Uint8Array
  payload: Float64Array
  usable: Float64Array

  constructor(room: number) {
    this.chunk = new Float64Array(room)
    this.size = new Float64Array(room)
    this.state = new Uint8Array(room)
    this.payload = new Float64Array(room)
    this.usable = new Float64Array(room)
  }

  add(chunk: Address, size: number, state: number, payload: Address, usable: number): void {
    if (this.length === this.chunk.length) this.grow()
    const i = this.length++
    this.chunk[i] = chunk
    this.size[i] = size
    this.state[i] = state
    this.payload[i] = payload
    this.usable[i] = usable
  }

  private grow(): void {
    const { chunk, size, state, payload, usable } = this
    Object.assign(this, new Columns(2 * chunk.length), { length: this.length })
    this.chunk.set(chunk)
    this.size.set(size)
    this.state.set(state)
    this.payload.set(payload)
    this.usable.set(usable)
  }
}

class KeptHeap {
  constructor(
    readonly summary: HeapSummary,
    private readonly columns: Columns,
  ) {}

  walk(from: Address, to: Address, limit: number): WalkedHeap {
    const { chunk, length } = this.columns
    const all = from >= to
    const begin = all ? 0 : this.firstEndingBehind(from)
    const window: FoundChunk[] = []
    let i = begin
    for (; i < length && (all || chunk[i]! < to) && window.length < limit; i++) window.push(this.at(i))
    return { ...this.summary, window, truncated: i < length && (all || chunk[i]! < to) }
  }

  each(from: Address, to: Address, visit: ChunkVisitor): void {
    const { chunk, size, state, payload, usable, length } = this.columns
    for (let i = this.firstEndingBehind(from); i < length && chunk[i]! < to; i++) {
      if (!visit(chunk[i]!, size[i]!, state[i] as ChunkState, payload[i]!, usable[i]!)) return
    }
  }

  chunkAt(address: Address): FoundChunk | null {
    const i = this.firstEndingBehind(address)
    return i < this.columns.length && this.columns.chunk[i]! <= address ? this.at(i) : null
  }

  /** Index of the first chunk of which some byte lies at or behind `address`; the number of chunks if there is none. */
  private firstEndingBehind(address: Address): number {
    const { chunk, size, length } = this.columns
    let low = 0
    let high = length
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
