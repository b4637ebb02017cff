import type { Address } from '../../engine/units.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import type { Lab } from '../lab.ts'
import { lensOn, nearer } from '../magnifier.ts'
import type { Lens, SpaceLook, SpaceState } from '../space.ts'
import { setStageTab, tellForAWhile, tellTrouble } from './screen.ts'
import { inspect, showFrom } from './windows.ts'

/** Fetches the address space of the moment on the screen. */
export async function loadSpace(lab: Lab): Promise<void> {
  const { moment } = lab.store.getState()
  if (moment === null) return
  const { run } = lab
  const view = await lab.client
    .callLatest('space', 'space', { position: moment.position })
    // What keeps the engine from showing it keeps it from showing the moment, and is told there.
    .catch(() => SUPERSEDED)
  if (typeof view !== 'symbol' && run === lab.run) change(lab, { view })
}

/** Chooses how the address space is shown. */
export function setSpaceLook(lab: Lab, look: SpaceLook): void {
  change(lab, { look })
}

/** Looks at a stretch of addresses through the magnifier, with some room around it. */
export function magnify(lab: Lab, lens: Lens): void {
  const { view, lenses } = lab.store.getState().space
  if (view !== null) change(lab, { lenses: [...lenses, lensOn(view, lens)] })
}

/** One turn of the magnifier: nearer, or back to what was seen before. */
export function turnMagnifier(lab: Lab, direction: 1 | -1): void {
  const { space, view: looked } = lab.store.getState()
  const { view, lenses } = space
  const next = view === null || direction === -1 ? null : nearer(view, lenses, looked.inspect)
  if (next !== null) change(lab, { lenses: [...lenses, next] })
  else if (direction === -1) magnifyBack(lab, lenses.length - 1)
}

/** Back to the first `depth` lenses; 0 is the whole space. */
export function magnifyBack(lab: Lab, depth: number): void {
  const { lenses } = lab.store.getState().space
  change(lab, { lenses: lenses.slice(0, Math.max(0, depth)) })
}

/** Shows the heap from an address on, on the map. */
export function showOnMap(lab: Lab, address: Address): void {
  setStageTab(lab, 'heap')
  inspect(lab, address)
  showFrom(lab, address)
}

/** Puts the text of /proc/self/maps on the clipboard. */
export async function copyMaps(lab: Lab): Promise<void> {
  const { view } = lab.store.getState().space
  if (view === null) return
  try {
    await lab.services.copy(view.maps)
    tellForAWhile(lab, 'Copied', 'The text of /proc/self/maps is on the clipboard.')
  } catch {
    tellTrouble(lab, 'Not copied', 'This browser does not allow it here. Select the text instead.')
  }
}

function change(lab: Lab, to: Partial<SpaceState>): void {
  lab.store.setState({ space: { ...lab.store.getState().space, ...to } })
}
