const GROUP = 1024

/** The state of all slots at one moment; unchanged groups are shared between snapshots. */
export type SlotSnapshot = readonly Int32Array[]

/**
 * The program's pointer variables: block + 1 where an id holds one, 0 where it is NULL and always was, and minus
 * (block + 1) where it became NULL when that block was freed. Snapshots copy only groups of 1,024 ids that changed.
 */
export class Slots {
  private readonly blocks: Int32Array
  private readonly dirty: Uint8Array
  private base: SlotSnapshot

  constructor(ids: number) {
    const groups = Math.max(1, Math.ceil(ids / GROUP))
    this.blocks = new Int32Array(groups * GROUP)
    this.dirty = new Uint8Array(groups)
    const empty = new Int32Array(GROUP)
    this.base = Array.from({ length: groups }, () => empty)
  }

  /** What `id` holds, as above; 0 for the id -1. */
  get(id: number): number {
    return id < 0 ? 0 : this.blocks[id]!
  }

  set(id: number, value: number): void {
    if (id < 0) return
    this.blocks[id] = value
    this.dirty[id >>> 10] = 1
  }

  /** Bytes that the next snapshot will copy. */
  get dirtyBytes(): number {
    let bytes = 0
    for (let i = 0; i < this.dirty.length; i++) bytes += this.dirty[i]! * GROUP * 4
    return bytes
  }

  snapshot(): SlotSnapshot {
    this.base = this.base.map((group, i) =>
      this.dirty[i] === 0 ? group : this.blocks.slice(i * GROUP, (i + 1) * GROUP),
    )
    this.dirty.fill(0)
    return this.base
  }

  restore(snapshot: SlotSnapshot): void {
    for (let i = 0; i < snapshot.length; i++) {
      if (this.dirty[i] === 0 && this.base[i] === snapshot[i]) continue
      this.blocks.set(snapshot[i]!, i * GROUP)
    }
    this.dirty.fill(0)
    this.base = snapshot
  }
}
