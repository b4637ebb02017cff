import type { Address } from '../../units.ts'
import type { ListTable } from './captured.ts'
import type { ListChange, ListChangeKind, ListChanges, ListPlace } from './views.ts'

/**
 * What came into the free lists, left them, and moved. As few entries as possible count as moved: a chunk that is put
 * in front does not move those behind it.
 */
export function listChanges(
  a: ListTable,
  b: ListTable,
  names: readonly string[],
  limit: number,
): ListChanges {
  const counts: Record<ListChangeKind, number> = { added: 0, removed: 0, moved: 0 }
  const told: ListChange[] = []
  const changes = { names, lengthBefore: a.chunk.length, lengthAfter: b.chunk.length, counts, told }
  const same = commonEnds(a, b)
  const placesBefore = places(a)
  const placesAfter = places(b)
  const before = new Map<Address, number>()
  for (let i = same.front; i < a.chunk.length - same.back; i++) before.set(a.chunk[i]!, i)
  const put = (kind: ListChangeKind, i: number, k: number) => {
    counts[kind]++
    if (told.length >= limit) return
    const [table, at] = k >= 0 ? [b, k] : [a, i]
    told.push({
      kind,
      chunk: table.chunk[at]!,
      size: table.size[at]!,
      before: i < 0 ? null : placesBefore(i),
      after: k < 0 ? null : placesAfter(k),
    })
  }
  const end = b.chunk.length - same.back
  const after = new Set<Address>()
  for (let k = same.front; k < end; k++) after.add(b.chunk[k]!)
  for (const [chunk, i] of before) if (!after.has(chunk)) put('removed', i, -1)
  const stays = staying(a, b, before, same.front, end)
  for (let k = same.front; k < end; k++) {
    const i = before.get(b.chunk[k]!)
    if (i === undefined) put('added', -1, k)
    else if (!stays.has(k)) put('moved', i, k)
  }
  return { ...changes, total: counts.added + counts.removed + counts.moved }
}

/** Entries that are the same at the front and at the back: all but a few, as a rule. */
function commonEnds(a: ListTable, b: ListTable): { readonly front: number; readonly back: number } {
  const shorter = Math.min(a.chunk.length, b.chunk.length)
  const same = (i: number, k: number) => a.chunk[i] === b.chunk[k] && a.list[i] === b.list[k]
  let front = 0
  while (front < shorter && same(front, front)) front++
  let back = 0
  while (back < shorter - front && same(a.chunk.length - 1 - back, b.chunk.length - 1 - back)) back++
  return { front, back }
}

/** Where in its list an entry stands. Ask in ascending order of entries. */
function places({ list }: ListTable): (entry: number) => ListPlace {
  const first = new Map<number, number>()
  for (let i = list.length - 1; i >= 0; i--) first.set(list[i]!, i)
  return (entry) => ({ list: list[entry]!, place: entry - first.get(list[entry]!)! })
}

/** Entries of `b` in [front, end) that keep their order: the longest run of them whose entries in `a` ascend. */
function staying(
  a: ListTable,
  b: ListTable,
  before: ReadonlyMap<Address, number>,
  front: number,
  end: number,
): Set<number> {
  // tails[n]: the entry that ends the run of n + 1 entries that ends lowest; previous: the one before it in its run.
  const tails: number[] = []
  const previous = new Map<number, number>()
  const inA = (k: number) => before.get(b.chunk[k]!) ?? -1
  for (let k = front; k < end; k++) {
    const i = inA(k)
    if (i < 0 || a.list[i] !== b.list[k]) continue
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (inA(tails[middle]!) < i) low = middle + 1
      else high = middle
    }
    if (low > 0) previous.set(k, tails[low - 1]!)
    tails[low] = k
  }
  const stays = new Set<number>()
  for (let k = tails.at(-1); k !== undefined; k = previous.get(k)) stays.add(k)
  return stays
}
