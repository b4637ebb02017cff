import type { HeapView } from '../../allocators/index.ts'
import { permissions, regionName } from '../../kernel/index.ts'
import type { Snapshot } from '../../memory/index.ts'
import type { Address, Bytes } from '../../units.ts'
import type { Machine } from '../machine.ts'
import { type ChunkTable, chunkTable } from './chunk-table.ts'

/** The free lists one after another, in search order; each chunk once. */
export interface ListTable {
  readonly list: readonly number[]
  readonly chunk: readonly Address[]
  readonly size: readonly Bytes[]
}

/** A mapped stretch of addresses. */
export interface Stretch {
  readonly from: Address
  readonly to: Address
  readonly permissions: string
  readonly name: string
}

/** A moment with all that a difference needs, apart from the machine that was there. Pages are shared, not copied. */
export interface Captured {
  readonly chunks: ChunkTable
  readonly lists: ListTable
  readonly stretches: readonly Stretch[]
  readonly programBreak: Address
  readonly memory: Snapshot
  /** System calls made so far. */
  readonly syscalls: number
  readonly problem: string | null
}

/** Captures the moment at which the machine stands. Costs a walk over the chunks, about `room` of them, and the lists. */
export function capture({ allocator, process }: Machine, room: number): Captured {
  const chunks = chunkTable(allocator, room)
  const lists = listTable(allocator)
  const stretches: Stretch[] = []
  process.regions.forEach((region) => {
    const { start, end, prot } = region
    stretches.push({
      from: start,
      to: end,
      permissions: permissions(prot),
      name: regionName(process, region),
    })
  })
  return {
    chunks: chunks.table,
    lists: lists.table,
    stretches,
    programBreak: process.programBreak,
    memory: process.snapshot().memory,
    syscalls: process.syscalls,
    problem: chunks.problem ?? lists.problem,
  }
}

function listTable(allocator: HeapView): { readonly table: ListTable; readonly problem: string | null } {
  const table = { list: [] as number[], chunk: [] as Address[], size: [] as Bytes[] }
  const seen = new Set<Address>()
  const problem = allocator.walkLists((list, chunk, size) => {
    // In a damaged list the walk would go round and round.
    if (seen.has(chunk)) return true
    seen.add(chunk)
    table.list.push(list)
    table.chunk.push(chunk)
    table.size.push(size)
    return true
  })
  return { table, problem: problem?.reason ?? null }
}
