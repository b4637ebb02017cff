import type { Address, Bytes } from '../units.ts'
import { grown, grownLength } from './columns.ts'

/**
 * What the blocks of a run were, in columns by the row that allocated them (a row is a call of the allocator or the
 * kernel, in a trace an operation; each makes at most one block, so the row's number is the block's). The run writes
 * it once; since every run of a scenario is the same, a replay finds in it both past and future and needs no
 * checkpoint of it.
 */
export class History {
  /** Payload of the block that operation i returned; 0 if it returned none. */
  address: Float64Array
  /** Bytes asked for. */
  requested: Float64Array
  /** 1 + the operation that freed block i; 0 while nothing has. */
  freedAt: Int32Array
  /** 1 + the block that operation i ended (by free, or by a realloc that succeeded); 0 for none. */
  ends: Int32Array
  /** First operation that damaged the heap or may have: from here on, answers of the allocator are checked. */
  taintedFrom = Number.POSITIVE_INFINITY

  /** `rows`: how many there will be, or room for a beginning (see `reserve`). */
  constructor(rows: number) {
    this.address = new Float64Array(rows)
    this.requested = new Float64Array(rows)
    this.freedAt = new Int32Array(rows)
    this.ends = new Int32Array(rows)
  }

  /** Makes room for row `row`. */
  reserve(row: number): void {
    if (row < this.address.length) return
    const length = grownLength(row)
    this.address = grown(this.address, new Float64Array(length))
    this.requested = grown(this.requested, new Float64Array(length))
    this.freedAt = grown(this.freedAt, new Int32Array(length))
    this.ends = grown(this.ends, new Int32Array(length))
  }

  /** Operation `operation` returned a block. */
  allocated(operation: number, address: Address, requested: Bytes): void {
    this.address[operation] = address
    this.requested[operation] = requested
  }

  /** Operation `operation` ended block `block`. */
  ended(operation: number, block: number): void {
    if (this.freedAt[block] !== 0) return
    this.freedAt[block] = operation + 1
    this.ends[operation] = block + 1
  }

  /** Whether block `block` was freed before operation `operation` began. */
  isFreed(block: number, operation: number): boolean {
    const freed = this.freedAt[block]!
    return freed !== 0 && freed <= operation
  }

  /** The first operation of [from, to) whose block was never freed; -1 if there is none. */
  nextUnfreed(from: number, to: number): number {
    for (let i = from; i < to; i++) if (this.address[i] !== 0 && this.freedAt[i] === 0) return i
    return -1
  }

  /** The blocks live before operation `now` whose payloads begin in [from, to), by payload. One scan of the columns. */
  liveBetween(from: Address, to: Address, now: number): Map<Address, number> {
    const found = new Map<Address, number>()
    for (let block = 0; block < now; block++) {
      const start = this.address[block]!
      if (start >= from && start < to && start !== 0 && !this.isFreed(block, now)) found.set(start, block)
    }
    return found
  }

  /**
   * The block live before operation `now` whose payload begins at an address; -1 if there is none. A look back over the
   * columns: for single looks at moments far apart, where `LiveBlocks` would have to go all the way.
   */
  liveAt(address: Address, now: number): number {
    for (let block = now - 1; block >= 0; block--) {
      if (this.address[block] === address && !this.isFreed(block, now)) return block
    }
    return -1
  }

  /** The newest block allocated before operation `now` that held `address` and has been freed since; -1 if none. */
  lastFreedAt(address: Address, now: number): number {
    for (let block = now - 1; block >= 0; block--) {
      const start = this.address[block]!
      if (start === 0 || address < start || address >= start + Math.max(1, this.requested[block]!)) continue
      if (this.isFreed(block, now)) return block
    }
    return -1
  }
}
