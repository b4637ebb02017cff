import type { HeapView } from '../../allocators/index.ts'
import type { Address } from '../../units.ts'
import { grown, grownLength } from '../columns.ts'

/** All chunks of a heap in columns, in ascending order of their addresses; each address once. */
export class ChunkTable {
  length = 0
  address: Float64Array
  size: Float64Array
  state: Uint8Array
  payload: Float64Array
  usable: Float64Array

  /** `room`: chunks that there may be; more are taken as well. */
  constructor(room: number) {
    this.address = new Float64Array(room)
    this.size = new Float64Array(room)
    this.state = new Uint8Array(room)
    this.payload = new Float64Array(room)
    this.usable = new Float64Array(room)
  }

  /** Adds a chunk behind the others. */
  add(address: Address, size: number, state: number, payload: Address, usable: number): void {
    const i = this.length++
    if (i >= this.address.length) this.grow(grownLength(i))
    this.address[i] = address
    this.size[i] = size
    this.state[i] = state
    this.payload[i] = payload
    this.usable[i] = usable
  }

  private grow(length: number): void {
    this.address = grown(this.address, new Float64Array(length))
    this.size = grown(this.size, new Float64Array(length))
    this.state = grown(this.state, new Uint8Array(length))
    this.payload = grown(this.payload, new Float64Array(length))
    this.usable = grown(this.usable, new Float64Array(length))
  }
}

/** Walks a heap into a table, with room for about so many chunks. `problem`: why the walk ended early; null if it reached the end. */
export function chunkTable(
  allocator: HeapView,
  room: number,
): {
  readonly table: ChunkTable
  readonly problem: string | null
} {
  const table = new ChunkTable(room)
  let last = -1
  let isOrdered = true
  const problem = allocator.walk((address, size, state, payload, usable) => {
    isOrdered &&= address > last
    last = address
    table.add(address, size, state, payload, usable)
    return true
  })
  return { table: isOrdered ? table : ordered(table), problem: problem?.reason ?? null }
}

/** A damaged heap may be walked in any order, and come to a chunk twice: the first time counts. */
function ordered({ length, address, size, state, payload, usable }: ChunkTable): ChunkTable {
  const order = Uint32Array.from({ length }, (_, i) => i).sort((a, b) => address[a]! - address[b]! || a - b)
  const table = new ChunkTable(length)
  let last = -1
  for (const i of order) {
    if (address[i] === last) continue
    last = address[i]!
    table.add(last, size[i]!, state[i]!, payload[i]!, usable[i]!)
  }
  return table
}
