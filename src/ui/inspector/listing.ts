import type { Moment } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'

/** The free chunks in the order in which they are searched, in columns; each belongs to the list of a name. */
export interface Listing {
  readonly names: readonly string[]
  readonly list: ArrayLike<number>
  readonly chunk: ArrayLike<Address>
  readonly size: ArrayLike<Bytes>
  readonly truncated: boolean
  /** Why it cannot be followed behind its last entry; null if it can. */
  readonly problem: string | null
}

/** A line of the panel. */
export type ListRow =
  | { readonly kind: 'group'; readonly name: string; readonly count: number; readonly bytes: Bytes }
  | {
      readonly kind: 'entry'
      /** Its place in its list, from 0. */
      readonly place: number
      readonly chunk: Address
      readonly size: Bytes
      /** The name of its list. */
      readonly name: string
    }
  /** The end of what is known. */
  | { readonly kind: 'damage' | 'more'; readonly text: string }

export interface ListRows {
  readonly rows: readonly ListRow[]
  /** The line of each chunk. */
  readonly rowOf: ReadonlyMap<Address, number>
  /** Lists without an entry, by name. */
  readonly empty: readonly string[]
  /** Entries in all lists, and those of them that are shown. */
  readonly entries: number
  readonly shown: number
}

/** What the panel lists: the free lists, or where an allocator keeps none, the chunks that the search has looked at. */
export function listingOf(moment: Moment): Listing | null {
  const { listNames, lists, probes } = moment
  if (listNames.length > 0) return lists === null ? null : { names: listNames, ...lists }
  return {
    names: ['Looked at by this search'],
    list: new Uint8Array(probes.length),
    chunk: probes.map(({ chunk }) => chunk),
    size: probes.map(({ size }) => size),
    truncated: false,
    problem: null,
  }
}

/** The lines of the panel: each list with its entries of `atLeast` bytes, and where it goes wrong. */
export function rowsOf(listing: Listing, atLeast: Bytes): ListRows {
  const { names, list, chunk, size, truncated, problem } = listing
  const rows: ListRow[] = []
  const rowOf = new Map<Address, number>()
  const occupied = new Set<number>()
  let shown = 0
  for (let from = 0; from < chunk.length; ) {
    const of = list[from]!
    const name = names[of] ?? ''
    const heading = rows.length
    let bytes = 0
    let to = from
    rows.push({ kind: 'group', name, count: 0, bytes })
    for (; to < chunk.length && list[to] === of; to++) {
      bytes += size[to]!
      if (size[to]! < atLeast) continue
      shown++
      if (!rowOf.has(chunk[to]!)) rowOf.set(chunk[to]!, rows.length)
      rows.push({ kind: 'entry', place: to - from, chunk: chunk[to]!, size: size[to]!, name })
    }
    rows[heading] = { kind: 'group', name, count: to - from, bytes }
    if (rows.length === heading + 1) rows.pop()
    occupied.add(of)
    from = to
  }
  if (problem !== null) rows.push({ kind: 'damage', text: problem })
  if (truncated) rows.push({ kind: 'more', text: 'There are more entries than are told here.' })
  // Of the lists behind the last entry nothing is known if that is not the end.
  const known = problem === null && !truncated ? names.length : (list[chunk.length - 1] ?? 0)
  const empty = names.filter((_, i) => i < known && !occupied.has(i))
  return { rows, rowOf, empty, entries: chunk.length, shown }
}
