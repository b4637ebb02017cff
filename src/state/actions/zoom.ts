import { WHOLE_HEAP } from '../../engine/map-levels.ts'
import type { Bytes } from '../../engine/units.ts'
import type { Lab } from '../lab.ts'
import { fromAt, type MapAnchor, type MapRoom, nextLevel } from '../map-view.ts'
import { refresh } from './navigate.ts'
import { setView } from './windows.ts'

/** One notch nearer or farther. `anchor`: what stays in its place; without it what the map says. */
export function zoom(lab: Lab, direction: 1 | -1, anchor?: MapAnchor): void {
  const level = nextLevel(lab.store.getState(), direction)
  if (level !== null) setZoom(lab, level, anchor)
}

/** Looks at the map from a level. `anchor` as for `zoom`. */
export function setZoom(lab: Lab, bytesPerRow: Bytes, anchor?: MapAnchor): void {
  const state = lab.store.getState()
  const kept = anchor ?? state.mapAnchor
  setView(lab, { bytesPerRow, ...(kept === null ? {} : { mapFrom: fromAt(state, bytesPerRow, kept) }) })
}

/** Shows the whole heap on the map. */
export function showWholeHeap(lab: Lab): void {
  setZoom(lab, WHOLE_HEAP)
}

/** Says what the map has room for. */
export function setMapRoom(lab: Lab, room: MapRoom): void {
  const { mapRoom, moment } = lab.store.getState()
  const same = (Object.keys(room) as (keyof MapRoom)[]).every((key) => room[key] === mapRoom[key])
  if (same) return
  lab.store.setState({ mapRoom: room })
  if (moment?.map.far !== undefined || moment?.map.bytes !== undefined) void refresh(lab)
}

/** Says what of the map stays in its place when it is zoomed by a key or a button. */
export function setMapAnchor(lab: Lab, mapAnchor: MapAnchor | null): void {
  const now = lab.store.getState().mapAnchor
  if (now?.address === mapAnchor?.address && now?.share === mapAnchor?.share) return
  lab.store.setState({ mapAnchor })
}
