/** Pages a group holds; a group is shared between snapshots until one of its pages changes. */
const GROUP = 64

/** Bytes of a page; ZEROS for one that was only read; undefined for none. */
export type Entry = Uint8Array | undefined
type Group = readonly Entry[]

/** Stands for a page that has no bytes of its own yet. */
export const ZEROS = new Uint8Array(0)

interface Counters {
  readonly residentPages: number
  readonly touchedPages: number
  readonly pageFaults: number
}

/** The state of all pages at one moment. Immutable; shares unchanged pages with its neighbours. */
export interface Snapshot extends Counters {
  readonly groups: ReadonlyMap<number, Group>
}

const EMPTY_GROUP: Group = new Array<Entry>(GROUP).fill(undefined)

/** The snapshot that the live pages differ from by the dirty ones alone. */
export class SnapshotBase {
  private current: Snapshot = { groups: new Map(), residentPages: 0, touchedPages: 0, pageFaults: 0 }

  /** Makes a snapshot: the base with the dirty pages replaced by what `entryOf` says they hold. */
  take(dirty: readonly number[], entryOf: (page: number) => Entry, counters: Counters): Snapshot {
    const groups = new Map(this.current.groups)
    const fresh = new Map<number, Entry[]>()
    for (const page of dirty) {
      const key = Math.floor(page / GROUP)
      let group = fresh.get(key)
      if (group === undefined) {
        group = (groups.get(key) ?? EMPTY_GROUP).slice()
        fresh.set(key, group)
        groups.set(key, group)
      }
      group[page % GROUP] = entryOf(page)
    }
    this.current = { groups, ...counters }
    return this.current
  }

  /** Makes `target` the base, calling `put` for every page whose live content may differ from it. */
  moveTo(target: Snapshot, dirty: readonly number[], put: (page: number, entry: Entry) => void): void {
    const changed = new Set(dirty)
    const keys = new Set([...this.current.groups.keys(), ...target.groups.keys()])
    for (const key of keys) {
      const now = this.current.groups.get(key) ?? EMPTY_GROUP
      const then = target.groups.get(key) ?? EMPTY_GROUP
      if (now === then) continue
      for (let i = 0; i < GROUP; i++) if (now[i] !== then[i]) changed.add(key * GROUP + i)
    }
    for (const page of changed) {
      put(page, (target.groups.get(Math.floor(page / GROUP)) ?? EMPTY_GROUP)[page % GROUP])
    }
    this.current = target
  }
}

/** Bytes of page copies that the snapshots hold together, shared pages counted once. */
export function snapshotBytes(snapshots: readonly Snapshot[]): number {
  const groups = new Set<Group>()
  const pages = new Set<Uint8Array>()
  for (const snapshot of snapshots) {
    for (const group of snapshot.groups.values()) {
      if (groups.has(group)) continue
      groups.add(group)
      for (const entry of group) if (entry !== undefined) pages.add(entry)
    }
  }
  let bytes = groups.size * GROUP * 8
  for (const page of pages) bytes += page.length
  return bytes
}
