/*
 * Snapshots are trees: a map of blocks, each of FAN groups, each of FAN pages. A snapshot copies the groups and
 * blocks above its dirty pages and shares all others with the one before, so that what it costs does not
 * depend on how much memory the process has.
 */
const FAN = 64
const BLOCK_PAGES = FAN * FAN

/** Bytes of a page; ZEROS for one that was only read; undefined for none. */
export type Entry = Uint8Array | undefined
type Group = readonly Entry[]
type Block = readonly Group[]

/** Stands for a page that has no bytes of its own yet. */
export const ZEROS = new Uint8Array(0)

interface Counters {
  readonly residentPages: number
  readonly touchedPages: number
  readonly pageFaults: number
}

/** The state of all pages at one moment. Immutable; shares unchanged pages with its neighbours. */
export interface Snapshot extends Counters {
  readonly blocks: ReadonlyMap<number, Block>
}

const EMPTY_GROUP: Group = new Array<Entry>(FAN).fill(undefined)
const EMPTY_BLOCK: Block = new Array<Group>(FAN).fill(EMPTY_GROUP)

/** The snapshot that the live pages differ from by the dirty ones alone. */
export class SnapshotBase {
  private current: Snapshot = { blocks: new Map(), residentPages: 0, touchedPages: 0, pageFaults: 0 }

  /** Makes a snapshot: the base with the dirty pages replaced by what `entryOf` says they hold. */
  take(dirty: readonly number[], entryOf: (page: number) => Entry, counters: Counters): Snapshot {
    const blocks = new Map(this.current.blocks)
    const fresh = new Set<Group | Block>()
    for (const page of dirty) {
      const key = Math.floor(page / BLOCK_PAGES)
      const block = ownCopy(blocks.get(key) ?? EMPTY_BLOCK, fresh)
      blocks.set(key, block)
      const index = Math.floor(page / FAN) % FAN
      const group = ownCopy(block[index]!, fresh)
      block[index] = group
      group[page % FAN] = entryOf(page)
    }
    this.current = { blocks, ...counters }
    return this.current
  }

  /** Makes `target` the base, calling `put` for every page whose live content may differ from it. */
  moveTo(target: Snapshot, dirty: readonly number[], put: (page: number, entry: Entry) => void): void {
    const changed = new Set(dirty)
    const { blocks } = this.current
    for (const key of new Set([...blocks.keys(), ...target.blocks.keys()])) {
      const now = blocks.get(key) ?? EMPTY_BLOCK
      const then = target.blocks.get(key) ?? EMPTY_BLOCK
      differences(now, then, (index) => {
        const first = key * BLOCK_PAGES + index * FAN
        differences(now[index]!, then[index]!, (i) => changed.add(first + i))
      })
    }
    for (const page of changed) put(page, entryAt(target, page))
    this.current = target
  }
}

/** `nodes` itself if it was made for this snapshot already, else a copy that is. */
function ownCopy<T extends Entry | Group>(nodes: readonly T[], fresh: Set<unknown>): T[] {
  if (fresh.has(nodes)) return nodes as T[]
  const copy = nodes.slice()
  fresh.add(copy)
  return copy
}

/** Calls `visit` with each index at which two nodes are not the same. */
function differences<T>(a: readonly T[], b: readonly T[], visit: (index: number) => void): void {
  if (a === b) return
  for (let i = 0; i < FAN; i++) if (a[i] !== b[i]) visit(i)
}

/** What a snapshot keeps of page number `page`. */
export function entryAt(snapshot: Snapshot, page: number): Entry {
  const block = snapshot.blocks.get(Math.floor(page / BLOCK_PAGES)) ?? EMPTY_BLOCK
  return block[Math.floor(page / FAN) % FAN]![page % FAN]
}

/** Bytes of page copies that the snapshots hold together, shared pages counted once. */
export function snapshotBytes(snapshots: readonly Snapshot[]): number {
  const nodes = new Set<Block | Group>([EMPTY_BLOCK, EMPTY_GROUP])
  const pages = new Set<Uint8Array>()
  for (const { blocks } of snapshots) {
    for (const block of blocks.values()) {
      if (nodes.has(block)) continue
      nodes.add(block)
      for (const group of block) addPages(group, nodes, pages)
    }
  }
  let bytes = (nodes.size - 2) * FAN * 8
  for (const page of pages) bytes += page.length
  return bytes
}

function addPages(group: Group, nodes: Set<Block | Group>, pages: Set<Uint8Array>): void {
  if (nodes.has(group)) return
  nodes.add(group)
  for (const entry of group) if (entry !== undefined) pages.add(entry)
}
