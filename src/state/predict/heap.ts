import type * as Engine from '../../engine/allocators/allocator.ts'
import type { ChunkColumns, Moment } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import type { Range } from './state.ts'

// The engine's own numbers, checked against its types: the page does not bundle the engine.
const USED: typeof Engine.USED = 0
const FREE: typeof Engine.FREE = 1
const TOP: typeof Engine.TOP = 2
const MAPPED: typeof Engine.MAPPED = 3

/** A chunk, picked out of the columns. */
export interface Chunk {
  readonly index: number
  readonly chunk: Address
  readonly size: Bytes
  readonly payload: Address
  readonly is: 'block' | 'mapped' | 'free' | 'top' | 'own'
}

/** Chunk `index` of a moment; null where there is none. */
export function chunkOf(chunks: ChunkColumns, index: number): Chunk | null {
  const chunk = chunks.address[index]
  if (chunk === undefined) return null
  return {
    index,
    chunk,
    size: chunks.size[index]!,
    payload: chunks.payload[index]!,
    is: kindOf(chunks.state[index]!),
  }
}

function kindOf(state: number): Chunk['is'] {
  switch (state) {
    case USED:
      return 'block'
    case MAPPED:
      return 'mapped'
    case FREE:
      return 'free'
    case TOP:
      return 'top'
    default:
      return 'own'
  }
}

/** The chunk that an address lies in; null if the moment tells of none. */
export function chunkAt({ chunks }: Moment, address: Address): Chunk | null {
  const index = chunks.address.findLastIndex((chunk) => chunk <= address)
  const found = chunkOf(chunks, index)
  return found !== null && address < found.chunk + found.size ? found : null
}

/** Whether memory may be given out from it. */
export function isFree({ is }: Chunk): boolean {
  return is === 'free' || is === 'top'
}

/** Whether it holds a block of the program's. */
export function isBlock({ is }: Chunk): boolean {
  return is === 'block' || is === 'mapped'
}

/** The addresses of a chunk. */
export function rangeOf({ chunk, size }: Chunk): Range {
  return { from: chunk, to: chunk + size }
}

/** The chunk right behind (by 1) or in front (by -1); null at the ends, at a gap, and for the allocator's own bytes. */
export function neighbour({ chunks }: Moment, chunk: Chunk, by: 1 | -1): Chunk | null {
  const other = chunkOf(chunks, chunk.index + by)
  if (other === null || other.is === 'own' || other.is === 'mapped') return null
  const touches = by > 0 ? chunk.chunk + chunk.size === other.chunk : other.chunk + other.size === chunk.chunk
  return touches ? other : null
}
