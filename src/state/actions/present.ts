import type { Lab } from '../lab.ts'
import { stopEditing } from './screen.ts'

/** Shows the page to an audience, or as usual again. What is being edited is put aside, and stays. */
export function setPresenting(lab: Lab, presenting: boolean): void {
  if (presenting) stopEditing(lab)
  lab.store.setState({ presenting })
}

export function togglePresenting(lab: Lab): void {
  setPresenting(lab, !lab.store.getState().presenting)
}

/** Shows the lines of the source to the audience, or leaves their room to the map. */
export function togglePresentSource(lab: Lab): void {
  lab.store.setState(({ presentSource }) => ({ presentSource: !presentSource }))
}
