import type { Memory } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'

/*
 * A pool is 2^order bytes from a page boundary. A block of order k has 2^k bytes and begins at a
 * multiple of 2^k from its pool's base; its buddy is the other half of the block of order k + 1.
 * Every block has a mark, one byte:
 *
 *   bits 0-5  order, 5 (32 bytes) and up; 0 where no block begins
 *   0x40      in use
 *   0x80      moved: the payload begins further on, as memalign wanted it
 *
 * While a block is free, two links lie behind its header: next and prev among those of its order.
 *
 * With a header of 8 or 16 bytes:           Without one, a table behind the pool:
 *
 *   +0  mark + 256 * shift (8 bytes)          pool (2^order bytes) | table (a byte for each 32)
 *   +h  payload, or links                     table[n]: the mark of the block at base + 32 n,
 *                                                       or 0x80 where a moved payload begins
 *   shift: how far the payload was moved
 *   (then the same word stands in front of it too)
 *
 * Static variables:
 *
 *   +0     count     of pools
 *   +8     pools     base and size of each, 8 bytes each, by address
 *   +512   lists     the first free block of each order: order k at +512 + 8 k
 */
export const MIN_ORDER = 5
export const MAX_ORDER = 47
export const MIN_BLOCK: Bytes = 2 ** MIN_ORDER

export const ORDER_MASK = 0x3f
export const USED_FLAG = 0x40
export const MOVED_FLAG = 0x80

export const COUNT = 0
export const POOLS = 8
export const MAX_POOLS = 31
export const LISTS = 512

export const NEXT = 0
export const PREV = 8

/** Where the head of the list of an order lies. */
export function listAt(statics: Address, order: number): Address {
  return statics + LISTS + 8 * order
}

/** Where the record of a pool lies: its base, and 8 bytes on its size. */
export function poolAt(statics: Address, index: number): Address {
  return statics + POOLS + 16 * index
}

/** The order of the smallest block that has `size` bytes. */
export function orderFor(size: Bytes): number {
  let order = MIN_ORDER
  while (2 ** order < size) order++
  return order
}

/** A run of blocks. */
export interface Pool {
  readonly base: Address
  readonly size: Bytes
}

/** All pools, as a debugger reads them, up to the first that cannot be. */
export function readPools(memory: Memory, statics: Address, lowest: Address, highest: Address): Pool[] {
  const count = Math.min(memory.peek64(statics + COUNT), MAX_POOLS)
  const pools: Pool[] = []
  for (let i = 0; i < count; i++) {
    const base = memory.peek64(poolAt(statics, i))
    const size = memory.peek64(poolAt(statics, i) + 8)
    if (!(base >= lowest && size >= MIN_BLOCK && base + size <= highest)) break
    pools.push({ base, size })
    lowest = base + size
  }
  return pools
}
