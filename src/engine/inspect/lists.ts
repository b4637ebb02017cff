import type { HeapView } from '../allocators/allocator.ts'
import type { Address, Bytes } from '../units.ts'

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
