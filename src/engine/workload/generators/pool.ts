import { FREE, MALLOC, REALLOC, type Trace } from '../trace.ts'
import { TraceBuilder } from '../traces/columns.ts'
import { Random } from './random.ts'

/** Lines in front of the first operation when the trace is written as a text. */
const HEADER_LINES = 4

/** Values of a shape's parameters, by key (catalog.ts). */
export interface Params {
  readonly operations: number
  readonly minSize: number
  readonly maxSize: number
  readonly live: number
  readonly realloc: number
  readonly large: number
}

/**
 * The blocks of a workload under construction. Calls that would leave too few operations to free
 * everything are refused by answering false: the shape then returns, and `finish` frees what is left.
 */
export class Pool {
  readonly random: Random
  private readonly builder: TraceBuilder
  /** Ids of live blocks from `oldest` on, in the order of their allocation unless `freeAny` was used. */
  private ids: number[] = []
  private oldest = 0

  constructor(
    readonly params: Params,
    seed: number,
  ) {
    this.random = new Random(seed)
    this.builder = new TraceBuilder(params.operations)
  }

  /** Blocks in use. */
  get live(): number {
    return this.ids.length - this.oldest
  }

  /** malloc; before it perhaps reallocs, as many as the parameter says. */
  allocate(size: () => number): boolean {
    while (this.live > 0 && this.random.percent(this.params.realloc)) {
      if (this.remaining <= this.live) return false
      this.add(REALLOC, this.ids[this.anyPlace()]!, size())
    }
    if (this.remaining < this.live + 2) return false
    const id = this.builder.ids.count
    this.add(MALLOC, id, size())
    this.ids.push(id)
    return true
  }

  freeNewest(): boolean {
    return this.live > 0 && this.free(this.ids.pop()!)
  }

  freeOldest(): boolean {
    if (this.live === 0) return false
    const id = this.ids[this.oldest++]!
    if (this.oldest > this.ids.length / 2) {
      this.ids = this.ids.slice(this.oldest)
      this.oldest = 0
    }
    return this.free(id)
  }

  /** Frees a block at random; the newest takes its place in the order. */
  freeAny(): boolean {
    if (this.live === 0) return false
    const place = this.anyPlace()
    const id = this.ids[place]!
    const newest = this.ids.pop()!
    if (place < this.ids.length) this.ids[place] = newest
    return this.free(id)
  }

  /** Frees every other block, in order. */
  freeEveryOther(): boolean {
    const blocks = this.ids.slice(this.oldest)
    this.ids = blocks.filter((_, place) => place % 2 === 1)
    this.oldest = 0
    for (let place = 0; place < blocks.length; place += 2) this.free(blocks[place]!)
    return blocks.length > 0
  }

  /** Frees all that is left with `free`, and gives the trace. */
  finish(free: () => boolean): Trace {
    while (this.live > 0) free()
    return this.builder.build()
  }

  private get remaining(): number {
    return this.params.operations - this.builder.length
  }

  private anyPlace(): number {
    return this.random.within(this.oldest, this.ids.length - 1)
  }

  private free(id: number): true {
    this.add(FREE, id, 0)
    return true
  }

  private add(kind: number, id: number, size: number): void {
    this.builder.add(kind, this.builder.ids.index(id), size, 0, this.builder.length + HEADER_LINES + 1)
  }
}
