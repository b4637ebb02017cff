/** Ids below this are kept as the file has them; tables by id stay small enough to be made at once. */
export const PLAIN_IDS = 1 << 20

/**
 * Ids of a file to indices of a table. A plain id is its own index. A larger one (some recorders write
 * addresses) gets the next index behind the plain ones, in order of first use: so a trace that numbers
 * its blocks 0, 1, 2 … keeps its numbers however long it is.
 */
export class IdTable {
  private plain = 0
  private wide = 0
  private keys = new Float64Array(0)
  private values = new Int32Array(0)

  /** Index for an id, an integer from 0 to 2^53 - 2. Until `settle` large ids have indices from PLAIN_IDS on. */
  index(id: number): number {
    return id < PLAIN_IDS ? this.plainIndex(id) : PLAIN_IDS + this.wideIndex(id)
  }

  /** Size of the table that the indices need, once settled. */
  get count(): number {
    return this.plain + this.wide
  }

  /** Moves the large ids' indices in a column down, behind the plain ones. Answers the number of indices. */
  settle(column: Int32Array): number {
    const gap = PLAIN_IDS - this.plain
    if (this.wide > 0 && gap > 0) {
      for (let i = 0; i < column.length; i++) if (column[i]! >= PLAIN_IDS) column[i] = column[i]! - gap
    }
    return this.count
  }

  private plainIndex(id: number): number {
    if (id >= this.plain) this.plain = id + 1
    return id
  }

  /** Open addressing, at most half full; a key is stored plus 1, so that 0 is an empty place. */
  private wideIndex(id: number): number {
    if (this.wide * 2 >= this.keys.length) this.rehash()
    const mask = this.keys.length - 1
    let place = hash(id) & mask
    while (this.keys[place] !== 0) {
      if (this.keys[place] === id + 1) return this.values[place]!
      place = (place + 1) & mask
    }
    this.keys[place] = id + 1
    this.values[place] = this.wide
    return this.wide++
  }

  private rehash(): void {
    const { keys, values } = this
    const capacity = Math.max(64, keys.length * 2)
    this.keys = new Float64Array(capacity)
    this.values = new Int32Array(capacity)
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue
      let place = hash(keys[i]! - 1) & (capacity - 1)
      while (this.keys[place] !== 0) place = (place + 1) & (capacity - 1)
      this.keys[place] = keys[i]!
      this.values[place] = values[i]!
    }
  }
}

function hash(id: number): number {
  const mixed = Math.imul((id % 4294967296) | 0, 0x9e3779b1) ^ Math.floor(id / 4294967296)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
