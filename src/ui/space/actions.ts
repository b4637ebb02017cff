import type { Address } from '../../engine/units.ts'
import { showOnMap } from '../../state/actions/space.ts'
import { inspect, type Lab } from '../../state/index.ts'
import type { Role } from './model.ts'

/** What choosing a place in a region does, and what a button for it says; null where there is nothing to see. */
export interface PlaceAction {
  readonly name: string
  readonly run: (lab: Lab, place: Address) => void
}

const ON_MAP: PlaceAction = { name: 'Show on the heap map', run: showOnMap }
const INSPECT: PlaceAction = { name: 'Inspect the chunk there', run: (lab, place) => inspect(lab, place) }

/** The heap is shown on its map; what lies in a mapping is inspected. */
export function actionFor(role: Role): PlaceAction | null {
  if (role === 'heap') return ON_MAP
  return role === 'mapping' ? INSPECT : null
}
