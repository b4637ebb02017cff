import type { Address } from '../../units.ts'
import type { History } from '../history.ts'
import type { BlockSum } from './views.ts'

/** What rows [from, to) of a run did to its blocks. */
export interface BlocksBetween {
  readonly allocated: BlockSum
  readonly freed: BlockSum
  /** Payloads of blocks that live at one end of the stretch and not at the other: what lies there is another block. */
  readonly renewed: ReadonlySet<Address>
}

/** Looks through rows [from, to): what was allocated and freed there. */
export function blocksBetween(history: History, from: number, to: number): BlocksBetween {
  const allocated = { blocks: 0, bytes: 0 }
  const freed = { blocks: 0, bytes: 0 }
  const renewed = new Set<Address>()
  for (let row = from; row < to; row++) {
    const ended = history.ends[row]! - 1
    if (ended >= 0) {
      freed.blocks++
      freed.bytes += history.requested[ended]!
      if (ended < from) renewed.add(history.address[ended]!)
    }
    if (history.address[row] === 0) continue
    allocated.blocks++
    allocated.bytes += history.requested[row]!
    if (!history.isFreed(row, to)) renewed.add(history.address[row]!)
  }
  return { allocated, freed, renewed }
}

/** The live blocks at these payloads before row `now`. One scan of the history. */
export function blocksAt(
  history: History,
  payloads: ReadonlySet<Address>,
  now: number,
): Map<Address, number> {
  const found = new Map<Address, number>()
  if (payloads.size === 0) return found
  for (let block = 0; block < now; block++) {
    const start = history.address[block]!
    if (start !== 0 && payloads.has(start) && !history.isFreed(block, now)) found.set(start, block)
  }
  return found
}
