import type { Words } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'
import type { HeapStats } from '../stats.ts'
import { ENTRY, ENTRY_SIZE, loadSigned, type Table } from './layout.ts'

/** Told of each range that was made of `parts` ranges. */
export type MergeListener = (chunk: Address, size: Bytes, parts: number) => void

/**
 * One pass over the list: ranges that follow one another there and touch become one. Neighbours in
 * memory that are apart in the list stay apart. Answers whether any were merged.
 */
export function coalesceList(
  list: Table,
  words: Words,
  stats: HeapStats,
  listener: MergeListener | null,
): boolean {
  const base = list.base
  const count = list.count
  let kept = 0
  for (let i = 0; i < count; ) {
    const chunk = loadSigned(words, base + i * ENTRY)
    let size = loadSigned(words, base + i * ENTRY + ENTRY_SIZE)
    let next = i + 1
    while (next < count && loadSigned(words, base + next * ENTRY) === chunk + size) {
      const more = loadSigned(words, base + next * ENTRY + ENTRY_SIZE)
      stats.removeFree(size)
      stats.removeFree(more)
      size += more
      stats.addFree(size)
      next++
    }
    const parts = next - i
    if (kept < i || parts > 1) {
      words.store64(base + kept * ENTRY, chunk)
      words.store64(base + kept * ENTRY + ENTRY_SIZE, size)
    }
    if (parts > 1 && listener !== null) listener(chunk, size, parts)
    kept++
    i = next
  }
  if (kept === count) return false
  list.truncate(kept)
  return true
}
