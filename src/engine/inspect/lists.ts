import type { HeapView } from '../allocators/allocator.ts'
import { type Address, type Bytes, hex } from '../units.ts'

/** A free chunk in its list. */
export interface ListedChunk {
  readonly list: number
  readonly chunk: Address
  readonly size: Bytes
}

/** The free chunks in search order, at most `limit` of them. */
export function listedChunks(
  allocator: HeapView,
  limit: number,
): {
  readonly entries: readonly ListedChunk[]
  readonly truncated: boolean
  readonly problem: string | null
} {
  const entries: ListedChunk[] = []
  let truncated = false
  const problem = allocator.walkLists((list, chunk, size) => {
    if (entries.length >= limit) {
      truncated = true
      return false
    }
    entries.push({ list, chunk, size })
    return true
  })
  return { entries, truncated, problem: problem === null ? null : problem.reason }
}

/** The free lists in columns, one after another in search order; each chunk once. */
export interface FreeLists {
  /** Which list entry i is in, where its chunk begins, and the chunk's bytes. */
  readonly list: Uint16Array
  readonly chunk: Float64Array
  readonly size: Float64Array
  /** Whether there are more entries than were asked for. */
  readonly truncated: boolean
  /** Why a list could not be followed behind the last entry; null if all could. */
  readonly problem: string | null
}

/** All free lists, or their first `limit` entries. A list that comes back to a chunk ends there: it is damaged. */
export function freeLists(allocator: HeapView, limit: number): FreeLists {
  const lists: number[] = []
  const chunks: Address[] = []
  const sizes: Bytes[] = []
  const places = new Map<Address, number>()
  let truncated = false
  let circle: string | null = null
  const problem = allocator.walkLists((list, chunk, size) => {
    const before = places.get(chunk)
    if (before !== undefined) {
      circle = `the link leads back to ${hex(chunk)}, which is entry ${before + 1}`
      return false
    }
    truncated = chunks.length >= limit
    if (truncated) return false
    places.set(chunk, chunks.length)
    lists.push(list)
    chunks.push(chunk)
    sizes.push(size)
    return true
  })
  return {
    list: Uint16Array.from(lists),
    chunk: Float64Array.from(chunks),
    size: Float64Array.from(sizes),
    truncated,
    problem: circle ?? problem?.reason ?? null,
  }
}

/** Where a chunk is in the free lists. */
export interface ListPlace {
  readonly list: number
  /** Its place in that list, from 0. */
  readonly place: number
  /** The entries before and behind it in that list; 0 where there is none. */
  readonly previous: Address
  readonly next: Address
}

/** The place of a chunk, if it is among the first `most` entries of the lists; null otherwise. */
export function placeInLists(allocator: HeapView, wanted: Address, most: number): ListPlace | null {
  let found: ListPlace | null = null
  let left = most
  let list = -1
  let place = 0
  let last: Address = 0
  allocator.walkLists((of, chunk) => {
    if (found !== null) {
      if (of === found.list && chunk !== wanted) found = { ...found, next: chunk }
      return false
    }
    place = of === list ? place + 1 : 0
    if (chunk === wanted) found = { list: of, place, previous: of === list ? last : 0, next: 0 }
    list = of
    last = chunk
    return --left > 0
  })
  return found
}
