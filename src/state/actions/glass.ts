import type { Inspected, Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { Lab } from '../lab.ts'
import type { HexForm } from '../store.ts'
import { refresh } from './navigate.ts'
import { saveSoon } from './remember.ts'
import { inspect } from './windows.ts'

/** Points at the chunk at an address, on the map and in the lists alike; null: at none. */
export function pointTo(lab: Lab, pointed: Address | null): void {
  if (lab.store.getState().pointed !== pointed) lab.store.setState({ pointed })
}

/** Chooses how bytes are written, for this visit and the next. */
export function setHexForm(lab: Lab, hexForm: HexForm): void {
  lab.store.setState({ hexForm })
  saveSoon(lab)
}

/** Fetches all entries of the free lists, unless they are there. */
export function loadLists(lab: Lab): void {
  const { moment } = lab.store.getState()
  if (moment !== null && moment.lists === null) void refresh(lab)
}

/** Inspects the chunk behind the one under the glass, or the one in front of it; answers whether there is one. */
export function inspectNeighbour(lab: Lab, direction: 1 | -1): boolean {
  const { moment } = lab.store.getState()
  const next = moment?.inspected == null ? 0 : neighbourOf(moment, moment.inspected, direction)
  if (next !== 0) inspect(lab, next)
  return next !== 0
}

/** Inspects the next chunk, or the one before, in the free list of the one under the glass; answers whether there is one. */
export function inspectListed(lab: Lab, direction: 1 | -1): boolean {
  const listed = lab.store.getState().moment?.inspected?.listed ?? null
  const next = listed === null ? 0 : direction === 1 ? listed.next : listed.previous
  if (next !== 0) inspect(lab, next)
  return next !== 0
}

/** An address in the chunk behind another one by address, or in front of it; 0 where there is none. */
export function neighbourOf(
  { chunks, extent }: Moment,
  { chunk, size }: Pick<Inspected, 'chunk' | 'size'>,
  direction: 1 | -1,
): Address {
  const at = chunks.address.indexOf(chunk)
  const told = at < 0 ? undefined : chunks.address[at + direction]
  if (told !== undefined) return told
  // It lies outside of what the map shows: where it touches this one, any of its bytes will do.
  if (direction === 1) return chunk + size < extent.to ? chunk + size : 0
  return chunk > extent.from ? chunk - 1 : 0
}
