import { FREE, TOP } from '../allocators/index.ts'
import { type FoundChunk, type HeapWalks, placeInLists } from '../inspect/index.ts'
import type { Address, Bytes } from '../units.ts'
import type { Machine } from './machine.ts'
import type { Telling } from './telling.ts'
import type { Transcript } from './transcript.ts'
import type { Access, Inspected, Tenant } from './views.ts'

/** Bytes of a chunk that the inspector shows. */
const BYTES_SHOWN = 512
/** The longest word it shows: bytes behind a chunk that end one are told as well. */
const WORD = 8
/** Blocks that were at the place of a chunk before, told at most. */
const TENANTS_TOLD = 3
/** Entries of the free lists that are looked through for a chunk. */
const LOOKED_THROUGH = 100_000

/** What an inspected chunk is told of. */
interface Sources {
  readonly machine: Machine
  readonly walks: HeapWalks
  readonly telling: Telling
  /** The steps of the operation so far. */
  readonly steps: Transcript
  /** Rows that have been run. */
  readonly now: number
}

/** The chunk that holds `address`, with its words, its bytes and its past; null if none does. */
export function inspectedAt(sources: Sources, address: Address): Inspected | null {
  if (address === 0) return null
  const { machine, walks, telling, steps, now } = sources
  const found = walks.chunkAt(address)
  if (found === null) return null
  const { history, allocator, process } = machine
  const live = history.liveAt(found.payload, now)
  const block = live >= 0 ? live : history.lastFreedAt(found.payload, now)
  const shown = Math.min(found.size, BYTES_SHOWN)
  const isFree = found.state === FREE || found.state === TOP
  return {
    ...found,
    requested: live >= 0 ? history.requested[live]! : -1,
    name: block >= 0 ? telling.name(block) : '',
    ...lifeOf(sources, block),
    earlier: earlierTenants(sources, found, block),
    listed: isFree ? placeInLists(allocator, found.chunk, LOOKED_THROUGH) : null,
    fields: allocator.fields(found.chunk),
    bytes: process.memory.peekBytes(found.chunk, shown),
    behind: readable(machine, found.chunk + shown, (WORD - (shown % WORD)) % WORD),
    written: writesIn(steps, found),
  }
}

/** Bytes as a debugger can read them: none where nothing is mapped. */
function readable({ process: { memory } }: Machine, from: Address, length: Bytes): Uint8Array {
  return memory.peekBytes(from, memory.allows(from, 'read') ? length : 0)
}

/** Who made a block and who ended it, if that has happened; nothing for block -1. */
function lifeOf({ machine, telling, now }: Sources, block: number): Pick<Tenant, 'allocated' | 'freed'> {
  if (block < 0) return { allocated: null, freed: null }
  const { history } = machine
  return {
    allocated: telling.deed(block),
    freed: history.isFreed(block, now) ? telling.deed(history.freedAt[block]! - 1) : null,
  }
}

/** The blocks that were where a chunk's payload is, before the block that lives there or lived there last; newest first. */
function earlierTenants(sources: Sources, { payload, usable }: FoundChunk, last: number): Tenant[] {
  const { machine, telling, now } = sources
  const { history } = machine
  const tenants: Tenant[] = []
  for (let block = now - 1; block >= 0 && tenants.length < TENANTS_TOLD; block--) {
    const start = history.address[block]!
    const requested = history.requested[block]!
    const isThere = start !== 0 && start < payload + usable && start + Math.max(1, requested) > payload
    if (!isThere || block === last || !history.isFreed(block, now)) continue
    tenants.push({ name: telling.name(block), requested, ...lifeOf(sources, block) })
  }
  return tenants
}

function writesIn(steps: Transcript, found: FoundChunk): Access[] {
  const end = found.chunk + found.size
  return steps
    .flatMap(({ accesses }) => accesses)
    .filter((access) => access.write && access.address < end && access.address + access.size > found.chunk)
}
