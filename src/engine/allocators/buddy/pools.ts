import type { Address, Bytes } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import { COUNT, MAX_POOLS, poolAt } from './layout.ts'

/** The record of pools, and the one that an operation works in. */
export class Pools {
  /** Base of the pool that `enter` found last. Set anew by each operation before it is used. */
  base: Address = 0
  /** Its bytes. */
  size: Bytes = 0

  constructor(private readonly context: AllocatorContext) {}

  /** Makes the pool around an address the present one; false when there is none. */
  enter(address: Address): boolean {
    const { words, process } = this.context
    const count = this.count()
    for (let i = 0; i < count; i++) {
      const base = words.load64(poolAt(process.staticStart, i))
      const size = words.load64(poolAt(process.staticStart, i) + 8)
      if (address < base || address >= base + size) continue
      this.base = base
      this.size = size
      return true
    }
    return false
  }

  /** The other half of the block that a block of this order was split from, in the present pool. */
  buddyOf(block: Address, order: number): Address {
    const size = 2 ** order
    const isUpper = Math.floor((block - this.base) / size) % 2 === 1
    return isUpper ? block - size : block + size
  }

  isFull(): boolean {
    return this.count() === MAX_POOLS
  }

  /** Records one more pool. */
  add(base: Address, size: Bytes): void {
    const { words, process } = this.context
    const count = this.count()
    words.store64(poolAt(process.staticStart, count), base)
    words.store64(poolAt(process.staticStart, count) + 8, size)
    words.store64(process.staticStart + COUNT, count + 1)
  }

  /** Bytes of all pools. */
  total(): Bytes {
    const { words, process } = this.context
    let total = 0
    for (let i = this.count(); i > 0; i--) total += words.load64(poolAt(process.staticStart, i - 1) + 8)
    return total
  }

  private count(): number {
    return Math.min(this.context.words.load64(this.context.process.staticStart + COUNT), MAX_POOLS)
  }
}
