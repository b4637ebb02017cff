import type { Moment } from '../engine/session/index.ts'
import type { Address } from '../engine/units.ts'

/** What a pointer points at, as far as the heap knows it. */
export interface Target {
  /** The block's name, `free`, or what else the chunk is. */
  readonly name: string
  /** Whether the block that was there is no more. */
  readonly dangling: boolean
}

const USED = 0
const FREE = 1
const TOP = 2
const MAPPED = 3

/** What lies where a pointer points; null outside of the heap. */
export function targetOf({ chunks, extent }: Moment, target: Address): Target | null {
  if (target === 0 || target < extent.from || target >= extent.to) return null
  let low = 0
  let high = chunks.address.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (chunks.address[middle]! <= target) low = middle + 1
    else high = middle
  }
  const index = low - 1
  if (index < 0 || target >= chunks.address[index]! + chunks.size[index]!)
    return { name: '', dangling: false }
  const state = chunks.state[index]
  const name = chunks.names[index]!
  if (state === USED || state === MAPPED) return { name: name === '' ? 'a block' : name, dangling: false }
  if (state === FREE || state === TOP) return { name: 'free', dangling: true }
  return { name: 'the heap', dangling: false }
}
