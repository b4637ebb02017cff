import {
  addressBack,
  fittingLevel,
  levelKind,
  levelsFor,
  MIDDLE_LEVELS,
  MOST_CHUNKS_SHOWN,
  WHOLE_HEAP,
} from '../engine/map-levels.ts'
import type { MapRequest, Moment } from '../engine/session/index.ts'
import type { Address, Bytes } from '../engine/units.ts'
import type { LabState } from './store.ts'

/** What the map has room for. */
export interface MapRoom {
  /** Rows at each kind of level. */
  readonly near: number
  readonly middle: number
  readonly far: number
  /** Cells in a row that is seen from far away. */
  readonly cells: number
}

/** A byte that stays where it is when the map is zoomed, and its place: 0 at the upper edge of the map, 1 at the lower. */
export interface MapAnchor {
  readonly address: Address
  readonly share: number
}

/** Hardly any allocator has smaller chunks; so many a row has at most. */
const SMALLEST_CHUNK = 16
/** Told at least: chunks of the OSTEP allocator may have a byte or two, and its heaps a few hundred. */
const FEWEST_CHUNKS = 300
const END_OF_MEMORY = 2 ** 47

/** What the map needs of a moment. */
export function mapRequest(state: LabState): MapRequest {
  const { mapFrom } = state.view
  const bytesPerRow = levelHere(state)
  const limit = chunksIn(state.mapRows, bytesPerRow)
  // The row of the first byte may begin in front of it.
  const from = Math.max(0, mapFrom - bytesPerRow)
  switch (levelKind(bytesPerRow)) {
    case 'near':
      return { from, to: END_OF_MEMORY, limit, bytes: (state.mapRoom.near + 3) * bytesPerRow }
    case 'middle':
      return { from, to: END_OF_MEMORY, limit }
    case 'far': {
      const { cells, far: rows, middle: middleRows } = state.mapRoom
      // Where the whole heap fits into the middle, its chunks are wanted, from the first one on.
      const first = bytesPerRow === WHOLE_HEAP ? 0 : mapFrom
      const far = { from: first, bytesPerRow, cells, rows, middleRows }
      return { from: first, to: END_OF_MEMORY, limit: MOST_CHUNKS_SHOWN, far }
    }
  }
}

function chunksIn(rows: number, bytesPerRow: Bytes): number {
  const fitting = Math.ceil((rows * bytesPerRow) / SMALLEST_CHUNK)
  return Math.max(FEWEST_CHUNKS, Math.min(MOST_CHUNKS_SHOWN, fitting))
}

/** Whether a moment has what the map needs at its level: until it has come, the map stays as it is. */
export function answersLevel({ map }: Moment, bytesPerRow: Bytes): boolean {
  switch (levelKind(bytesPerRow)) {
    case 'near':
      return map.bytes !== undefined
    case 'middle':
      return map.bytes === undefined && map.far === undefined
    case 'far':
      return map.far?.bytesPerRow === bytesPerRow
  }
}

/** Bytes in a row, for drawing a moment: those of the level, or where the whole heap fits in the middle, so many. */
export function rowBytesOf({ stretches, far }: Moment, bytesPerRow: Bytes, rows: number): Bytes {
  if (far !== null) return far.cells * far.cellBytes
  if (bytesPerRow !== WHOLE_HEAP) return bytesPerRow
  return fittingLevel(stretches, rows) ?? MIDDLE_LEVELS.at(-1)!
}

/** The level that the map has: side by side, heaps are shown in the middle only. */
export function levelHere({ view, comparison, moment, mapRoom }: LabState): Bytes {
  const { bytesPerRow } = view
  if (comparison === null || levelKind(bytesPerRow) === 'middle') return bytesPerRow
  if (levelKind(bytesPerRow) === 'near') return MIDDLE_LEVELS[0]!
  const fits = bytesPerRow === WHOLE_HEAP ? fittingLevel(moment?.stretches ?? [], mapRoom.middle) : null
  return fits ?? MIDDLE_LEVELS.at(-1)!
}

/** The levels to choose from, nearest first; the one that is chosen among them. */
export function levelsHere(state: LabState): readonly Bytes[] {
  const { moment, mapRoom, comparison } = state
  const levels =
    comparison === null ? levelsFor(moment?.stretches ?? [], mapRoom.middle, mapRoom.far) : MIDDLE_LEVELS
  const here = levelHere(state)
  return levels.includes(here) ? levels : [...levels, here].sort((a, b) => order(a) - order(b))
}

/** The whole heap is farther than any other level. */
function order(bytesPerRow: Bytes): number {
  return bytesPerRow === WHOLE_HEAP ? Number.POSITIVE_INFINITY : bytesPerRow
}

/** The level one notch nearer (1) or farther (-1); null if there is none. */
export function nextLevel(state: LabState, direction: 1 | -1): Bytes | null {
  const levels = levelsHere(state)
  const { moment, mapRoom } = state
  const here = levelHere(state)
  const fits = moment === null || here === WHOLE_HEAP ? null : fittingLevel(moment.stretches, mapRoom.middle)
  // Where all of the heap is shown anyway, the whole heap would be a step nearer.
  if (direction < 0 && state.comparison === null && fits !== null && here >= fits) return null
  return levels[levels.indexOf(here) - direction] ?? null
}

/** Where the map begins at a level, so that the anchor keeps its place. 0 is the start of the heap. */
export function fromAt(state: LabState, level: Bytes, { address, share }: MapAnchor): Address {
  const { moment, mapRoom } = state
  if (moment === null || level === WHOLE_HEAP) return 0
  const rows = mapRoom[levelKind(level)]
  const { stretches } = moment
  const wanted = addressBack(stretches, address, Math.max(0, Math.round(share * rows)) * level)
  return wanted <= (stretches[0]?.from ?? 0) ? 0 : wanted
}
