import { FREE, META, TOP } from '../allocators/index.ts'
import type { FoundChunk } from '../inspect/index.ts'
import { bytesOfPart, type ChunkShape, type Holder, type PartName } from '../parts.ts'
import { isMapped } from './accounts.ts'
import type { Machine } from './machine.ts'
import type { PartChunks } from './views.ts'

/** Chunks looked at, and addresses told, at most. */
const LOOKED_AT = 100_000
const TOLD = 20_000

/** What a chunk in use is made of; -1 for what is not known. `block`: the live block in it, -1 for none. */
export function shapeOf(machine: Machine, found: FoundChunk, block: number): ChunkShape {
  const { history, process, allocator } = machine
  const { anatomy } = allocator
  if (block < 0 || anatomy?.knowsBlocks === false) {
    return { ...found, requested: block < 0 ? -1 : history.requested[block]!, tags: -1, rounding: -1 }
  }
  const requested = history.requested[block]!
  const mapped = isMapped(process, found.payload)
  const tags = anatomy?.tagBytes(mapped) ?? 0
  const rounding = anatomy === undefined ? 0 : anatomy.chunkFor(requested, mapped) - tags - requested
  return { ...found, requested, tags, rounding }
}

/** The chunks at the moment at which the machine stands that have bytes of a part. `now`: rows that have been run. */
export function partChunks(machine: Machine, part: PartName, now: number): PartChunks {
  const chunks: FoundChunk[] = []
  let isWhole = true
  machine.allocator.walk((chunk, size, state, payload, usable) => {
    isWhole = chunks.length < LOOKED_AT
    if (isWhole) chunks.push({ chunk, size, state, payload, usable })
    return isWhole
  })
  const last = chunks[chunks.length - 1]
  const live = machine.history.liveBetween(
    chunks[0]?.chunk ?? 0,
    last === undefined ? 0 : last.chunk + last.size,
    now,
  )
  const addresses: number[] = []
  let count = 0
  let bytes = 0
  for (const found of chunks) {
    const shape = shapeOf(machine, found, live.get(found.payload) ?? -1)
    const held = bytesOfPart(part, holderOf(machine, found.state, shape), shape)
    if (held <= 0) continue
    if (count < TOLD) addresses.push(found.chunk)
    count++
    bytes += held
  }
  return { part, count, bytes, isWhole, address: Float64Array.from(addresses) }
}

function holderOf({ allocator }: Machine, state: number, { tags }: ChunkShape): Holder {
  // In a heap whose chunks nobody knows, what is no live block is its owner's affair.
  if (state === FREE) return allocator.anatomy === undefined ? 'own' : 'hole'
  if (state === TOP) return 'top'
  if (state === META) return 'own'
  return tags < 0 ? 'shared' : 'block'
}
